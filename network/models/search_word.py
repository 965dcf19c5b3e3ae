"""Words the directory uses, each under itself and under itself with letters left out."""

from django.db import models


class SearchWord(models.Model):
    """``deletion`` is what is left of ``word`` without a letter or two; see ``search.typos``."""

    pk = models.CompositePrimaryKey("deletion", "word")
    deletion = models.CharField(max_length=40)
    word = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.word
