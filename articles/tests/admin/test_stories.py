import pytest
from django.urls import reverse

from articles.models import Act, Report, Story
from articles.tests.builders import make_article, make_source
from articles.tests.stories.texts import COPY, REPORT, RIVAL

STORIES = reverse("admin:articles_story_changelist")
REPORTS = reverse("admin:articles_report_changelist")


@pytest.fixture
def articles(db):
    return [make_article("خالد حفتر رئيسًا", body, source=make_source()) for body in (REPORT, COPY, RIVAL)]


def test_an_editor_splits_a_report_off_and_takes_it_back(editor, articles):
    editor.post(REPORTS, {"action": "split_action", "_selected_action": [articles[2].pk]})
    assert Report.objects.get(article=articles[2]).story is None
    act = Act.objects.get()
    editor.post(
        reverse("admin:articles_act_changelist"), {"action": "undo_action", "_selected_action": [act.pk]}
    )
    assert Report.objects.get(article=articles[2]).story == Story.objects.get()


def test_an_editor_locks_and_opens_a_story(editor, articles):
    for action, locked in (("lock_action", True), ("open_action", False)):
        editor.post(STORIES, {"action": action, "_selected_action": [Story.objects.get().pk]})
        assert Story.objects.get().locked is locked


def test_an_act_without_effect_says_what_to_choose(editor, articles):
    answer = editor.post(
        STORIES, {"action": "join_action", "_selected_action": [Story.objects.get().pk]}, follow=True
    )
    assert "اختر تقارير" in answer.content.decode()
    opened = {"action": "open_action", "_selected_action": [Story.objects.get().pk]}
    assert "هو كذلك من قبل." in editor.post(STORIES, opened, follow=True).content.decode()


@pytest.mark.parametrize("address", [STORIES, REPORTS])
def test_the_lists_open(editor, articles, address):
    assert editor.get(address).status_code == 200


def test_a_story_leads_to_its_reports(editor, articles):
    story = Story.objects.get()
    html = editor.get(reverse("admin:articles_story_change", args=[story.pk])).content.decode()
    assert f"{REPORTS}?story__id__exact={story.pk}" in html
    assert editor.get(f"{REPORTS}?story__id__exact={story.pk}").status_code == 200


@pytest.mark.parametrize("role", ["reader", "editor"])
def test_only_editors_change_stories(logged_in, articles, role):
    logged_in(role).post(STORIES, {"action": "lock_action", "_selected_action": [Story.objects.get().pk]})
    assert Story.objects.get().locked is (role == "editor")
