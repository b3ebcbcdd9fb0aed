"""Web archives."""
from formats import html

LAYOUTS = {"saved": html.mht}
ENDING = "mht"
