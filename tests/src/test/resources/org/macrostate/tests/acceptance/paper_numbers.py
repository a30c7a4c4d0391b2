"""Recomputes the numbers in the abstract of the study linear-vae-paper from the equations of the paper, with NumPy alone.

Reads JSON on standard input: a schedule of beta and random starts of four latents, {"times": [...], "beta": [...],
"starts": [{"m": [...], "d": [...]}, ...]}, and prints one number a line.
"""

import json
import sys

import numpy as np

RHO, ETA, TAU = 1.0, 1.0, 0.01
START = (0.009783953, 0.121690713, 1.106815815, 0.861331224, -0.107836276)


def rates(state, beta):
    m, d, q, e, r, var = state
    n = len(var)
    czz = RHO * d @ d.T + ETA * e
    chz = RHO * m @ d.T + ETA * r
    chh = RHO * m @ m.T + ETA * q
    a = czz + np.diag(var)
    b = beta * np.eye(n) + q
    x = chz - b @ czz
    y = b @ czz @ b - b @ chz.T - chz @ b + chh
    return [
        TAU * ((RHO + ETA) * d - a @ m),
        TAU * ((RHO + ETA) * (m - b @ d)),
        TAU * (chz + chz.T - a @ q - q @ a) + TAU**2 * ETA * czz,
        TAU * (x + x.T) + TAU**2 * ETA * y,
        TAU * (czz - a @ r + chh - chz @ b) + TAU**2 * ETA * (chz.T - czz @ b),
        -TAU / 2 * (beta * (1 - 1 / var) + np.diag(q)),
    ]


def step(state, beta, t, h):
    def moved(by, slopes):
        return [s + by * k for s, k in zip(state, slopes)]

    k1 = rates(state, beta(t))
    k2 = rates(moved(h / 2, k1), beta(t + h / 2))
    k3 = rates(moved(h / 2, k2), beta(t + h / 2))
    k4 = rates(moved(h, k3), beta(t + h))
    return [s + h / 6 * (a + 2 * b + 2 * c + d) for s, a, b, c, d in zip(state, k1, k2, k3, k4)]


def error(state):
    m, _, q = state[:3]
    return RHO - 2 * np.sqrt(RHO) * np.abs(m).max() + np.trace(q)


def start():
    m, d, q, e, r = ([[value]] for value in START)
    return [np.array(value) for value in (m, d, q, e, r)] + [np.ones(1)]


def random_start(overlaps, latents):
    m, d = (np.array(overlaps[name][:latents])[:, None] for name in ("m", "d"))
    eye = np.eye(latents)
    return [m, d, eye, eye, 0 * eye, np.ones(latents)]


def passage(state, level, beta, h, knots=(), latest=9000.0):
    """The time at which the error first falls below a level; steps end at knots."""
    t = 0.0
    knots = [k for k in knots if k > 0]
    while t < latest:
        length = min([h] + [k - t for k in knots if k > t + 1e-9])
        middle = t + length / 2
        held = (lambda s: beta(middle)) if knots else beta
        after = step(state, held, t, length)
        if error(after) < level:
            low, high = 0.0, length
            for _ in range(60):
                part = (low + high) / 2
                low, high = (low, part) if error(step(state, held, t, part)) < level else (part, high)
            return t + high
        state, t = after, t + length
    return float("nan")


def golden(f, low, high):
    ratio = (5**0.5 - 1) / 2
    a, b = high - ratio * (high - low), low + ratio * (high - low)
    fa, fb = f(a), f(b)
    while high - low > 1e-3:
        if fa < fb:
            high, b, fb = b, a, fa
            a = high - ratio * (high - low)
            fa = f(a)
        else:
            low, a, fa = a, b, fb
            b = low + ratio * (high - low)
            fb = f(b)
    return min(fa, fb)


if __name__ == "__main__":
    given = json.load(sys.stdin)
    times, values = np.array(given["times"]), given["beta"]
    free = lambda t: values[min(len(values) - 1, max(0, int(np.searchsorted(times, t, side="right")) - 1))]
    print(
        min(
            passage(random_start(s, 4), 0.1, lambda t: 1.0, 2.0) / passage(random_start(s, 1), 0.1, lambda t: 1.0, 2.0)
            for s in given["starts"]
        )
    )
    print(golden(lambda g: passage(start(), 0.01, lambda t: np.tanh(np.exp(g) * t), 2.0), np.log(1.5e-3), np.log(2.8e-3)))
    print(passage(start(), 0.01, free, 1.0, knots=list(times[:-1])))
