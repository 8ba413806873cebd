"""A site as the README tells people to build it, by a real Jekyll."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from mirror.article import Article
from mirror.post import file_name, render

JEKYLL = shutil.which("jekyll")
README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
_FILES = re.compile(r"`([\w./]+)`[^`\n]*:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
SITE = ("_config.yml", "_layouts/post.html", "index.html")
PATIENCE = 100  # seconds for a build


def site(root: Path, articles: Iterable[Article]) -> Path:
    """Build the posts of `articles` below `root`; where the pages are."""
    shown = dict(_FILES.findall(README))
    for name in SITE:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(shown[name], "utf-8")
    (root / "_posts").mkdir()
    for article in articles:
        (root / "_posts" / file_name(article, suffix=True)).write_bytes(render(article))
    done = subprocess.run(
        [str(JEKYLL), "build", "--quiet", "--strict_front_matter", "-d", "_site"],
        cwd=root, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    assert "onflict" not in done.stderr, done.stderr[-3000:]
    return root / "_site"
