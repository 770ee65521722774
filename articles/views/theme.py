"""The reader's choice of light or dark, kept in a cookie so that the server draws the page right at once."""

from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

THEMES = ("light", "dark")
YEAR = 365 * 86_400


@method_decorator(
    csrf_exempt, name="dispatch"
)  # It changes colours only, and a token would forbid caching pages.
class ThemeView(View):
    def post(self, request):
        back = request.POST.get("next", "/")
        safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        response = HttpResponseRedirect(back if safe else "/")
        if request.POST.get("theme") in THEMES:
            response.set_cookie("theme", request.POST["theme"], max_age=YEAR, samesite="Lax")
        return response
