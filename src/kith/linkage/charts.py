"""Draws what a data owner needs to see before a trained model is put to use: weights, and what was learned of each level."""

from pathlib import Path

from splink import Linker

CHARTS = {
    "weights.html": "match_weights_chart",
    "how-often.html": "m_u_parameters_chart",
}


def draw(linker: Linker, folder: Path) -> list[Path]:
    """Write each chart as a page of its own; answers where. Needs the package altair (Splink's own charts)."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for name, chart in CHARTS.items():
        path = folder / name
        getattr(linker.visualisations, chart)().save(str(path))
        drawn.append(path)
    return drawn
