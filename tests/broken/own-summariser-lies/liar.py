from generator.model import Citation, Statement


def summarise(reports):
    cited = Citation(reports[0].article.stem, 1, 99)
    return (Statement("The mayor fell.", "The mayor fell.", (cited,)),)
