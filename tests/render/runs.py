"""The command lines whose results the tests of this folder look at.

All are about the guild of smiths (tests/cases/library), whose files show what a result can have:
old facts, sources that disagree, warnings, and what is not known.
"""

RUNS = {
    "score": ["score", "welding", "-a", "master", "--explain"],
    "score-adjusted": [
        "score", "brazing", "-a", "master", "--set", "access=9.5", "--weight", "demand=40",
        "--normalize", "--explain",
    ],
    "scorecards": ["score", "soldering", "--all-audiences"],
    "review": ["review", "welding", "--have", "soldering", "--raise", "3000"],
    "review-unknown": ["review", "drawing", "-a", "hobbyist"],
    "verdict": ["verdict", "welding", "-a", "master"],
    "verdict-unscored": ["verdict", "inspector"],
    "cost": ["cost", "welding", "--raise", "3000", "--hour-value", "12"],
    "cost-unknown": ["cost", "inspector", "-a", "hobbyist"],
    "fit": ["fit", "welding"],
    "fit-skip": ["fit", "welding", "-a", "master", "--goal", "any-job"],
    "fit-not-in-time": ["fit", "welding", "-a", "hobbyist", "--deadline-days", "90"],
    "fit-unknown": [
        "fit", "inspector", "-a", "hobbyist", "--skill", "fusion=fluent", "--deadline-days", "90",
    ],
    "curriculum": ["curriculum", "welding"],
    "gaps": ["gaps", "welding"],
    "stack": ["stack", "welding"],
    "stack-over-budget": ["stack", "welding", "--budget", "280"],
    "postings": [
        "postings", "tests/cases/postings.csv", "--role", "fabricator", "--show", "tig-welding",
        "--region", "Harbor", "--date", "2026-11",
    ],
    "postings-none": ["postings", "tests/cases/postings_none.csv", "--role", "fabricator"],
    "overlap": ["overlap", "welding", "--have", "soldering"],
    "interview": ["interview", "welding"],
    "worksheet": ["interview", "welding", "--worksheet"],
    "compare": ["compare", "welding", "soldering", "brazing"],
    "compare-audiences": ["compare", "welding", "--all-audiences"],
    "rank": ["rank", "welding", "soldering", "brazing", "--against", "master"],
    "rank-all": ["rank", "--all", "--by", "opinion"],
    "evidence": ["evidence", "welding"],
    "interval-ranking": ["rank", "--all"],
    "interval-comparison": ["compare", "welding", "inspector"],
    "rank-table": ["rank", "--from", "tests/cases/candidates.csv", "--map", "title=Name"],
    "sensitivity": ["sensitivity", "welding"],
    "sensitivity-two": ["sensitivity", "welding", "soldering"],
    "robustness": ["robustness", "welding", "--score", "6.5"],
    "robustness-two": ["robustness", "welding", "soldering"],
    "robustness-sampled": [
        "robustness", "welding", "soldering", "brazing", "--score-error", "0.5", "--draws", "1000",
    ],
    "target": ["target", "welding", "--score", "8", "--raise", "depth", "--raise", "price"],
    "target-reached": ["target", "welding", "--score", "6.7", "--printed"],
    "what-if": [
        "what-if", "welding", "--set", "demand=8", "--set", "access=8", "--price", "39.5",
        "--hours-per-week", "8",
    ],
    "what-if-weights": [
        "what-if", "welding", "-a", "master", "--weight", "demand=35", "--normalize",
    ],
    "weights": ["weights", "demand", "depth,price", "access"],
    "weights-swing": [
        "weights", "--method", "swing", "demand=100", "depth,price=80", "access=0",
    ],
    "list": ["list"],
    "show-certificate": ["show", "brazing"],
    "show-rubric": ["show", "craft"],
    "show-audience": ["show", "master"],
    "show-role": ["show", "fabricator"],
}  # fmt: skip

MARKDOWN = [
    "score", "scorecards", "review", "verdict", "cost", "fit", "curriculum", "gaps", "stack",
    "postings", "overlap", "interview", "worksheet", "compare", "rank", "sensitivity",
    "robustness", "target", "what-if", "weights", "list", "show-audience", "evidence",
    "interval-ranking", "interval-comparison",
]  # fmt: skip
"""One run of each kind of result."""
