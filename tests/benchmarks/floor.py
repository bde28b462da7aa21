"""The floor: a minimal Typer and Rich program that prints the same table from literals."""

from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def score(
    certificate: str,
    audience: Annotated[str, typer.Option("--audience", "-a")] = "data-professional",
) -> None:
    """Print a table."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(
        title=f"{certificate} for {audience}",
        box=box.ROUNDED,
        show_footer=True,
    )
    table.add_column("Criterion", "Total")
    table.add_column("Raw Score", "", justify="right")
    table.add_column("", "")
    table.add_column("Weight", "100%", justify="right")
    table.add_column("Weighted Score", "7.1 / 10", justify="right")
    table.add_row("Curriculum Quality", "7.5 / 10", "", "20%", "1.50")
    table.add_row("Hiring Impact", "6.5 / 10", "was 7.0", "25%", "1.63")
    table.add_row("Skill-to-Job Match", "7.0 / 10", "", "20%", "1.40")
    table.add_row("Value for Money", "8.5 / 10", "", "15%", "1.28")
    table.add_row("Portfolio and Interview Prep", "7.0 / 10", "", "10%", "0.70")
    table.add_row("Accessibility", "5.5 / 10", "was 6.5", "10%", "0.55")
    Console().print(table)


if __name__ == "__main__":
    app()
