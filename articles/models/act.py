"""What an editor decided in one go, with what it takes to take it back."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ActQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(undone_at=None)


class Act(models.Model):
    """`steps` are written and read by `journal` alone."""

    class Kind(models.TextChoices):
        ACCEPT = "accept", _("accepted")
        REJECT = "reject", _("rejected")
        REASSIGN = "reassign", _("another actor was meant")
        ALIAS = "alias", _("a new alias")
        NEW_ACTOR = "new_actor", _("a new actor")
        DISMISS = "dismiss", _("not proposed again")
        MERGE = "merge", _("merged")
        SPLIT = "split", _("taken out of a story")
        JOIN = "join", _("joined into one story")
        LOCK = "lock", _("story locked or opened")

    kind = models.CharField(_("act"), max_length=10, choices=Kind)
    about = models.CharField(_("about"), max_length=500)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    done_at = models.DateTimeField(_("at"), default=timezone.now)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    steps = models.JSONField(default=list, encoder=DjangoJSONEncoder, editable=False)

    objects = ActQuerySet.as_manager()

    class Meta:
        verbose_name = _("editors' act")
        verbose_name_plural = _("editors' acts")
        ordering = ["-done_at", "-pk"]
        constraints = [models.CheckConstraint(condition=~models.Q(about=""), name="act_is_about_something")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.about}"
