"""Optimal schedules by other means: equations written by hand, SciPy's DOP853 and L-BFGS-B or SLSQP, many starts.

Prints the objective of the best start and its schedule; the numbers stand in IndependentOptimaTest. Needs SciPy.
"""

import math
from itertools import product

import numpy as np
from scipy.integrate import solve_ivp
from scipy.optimize import minimize


def end(rates, state, knots, values):
    """The state at the last knot, the control constant between knots."""
    for a, b, u in zip(knots[:-1], knots[1:], values):
        state = solve_ivp(rates, (a, b), state, "DOP853", rtol=1e-12, atol=1e-14, args=(u,)).y[:, -1]
    return state


def best(objective, low, high, count, starts, seed, **more):
    random = np.random.default_rng(seed)
    found = []
    for k in range(starts):
        start = np.full(count, low + (high - low) * (k + 0.5) / 4) if k < 4 else random.uniform(low, high, count)
        method = "SLSQP" if more else "L-BFGS-B"
        options = {"ftol": 1e-15, "maxiter": 400}
        r = minimize(objective, start, method=method, jac="3-point", bounds=[(low, high)] * count, options=options, **more)
        found.append((r.fun, tuple(r.x)))
    return min(found)


def ridge():
    """Weight decay of linear regression with noisy labels."""
    tau, sigma = 0.7, 1.2

    def rates(t, y, lam):
        r, q = y
        return [tau * (1 - (1 + lam) * r), 2 * tau * (r - (1 + lam) * q) + tau**2 * (q - 2 * r + 1 + sigma**2)]

    knots = np.linspace(0, 5, 11)

    def objective(u):
        r, q = end(rates, [0.1, 3.0], knots, u)
        return (q - 2 * r + 1) / 2

    return best(objective, 0, 2, 10, 8, 1)


def batches():
    """The size of batches of linear regression with noisy labels, with 30 samples (in units of N) to spend."""
    tau, sigma = 1.0, 0.5

    def rates(t, y, b):
        return [-2 * tau * y[0] + tau**2 * (y[0] + sigma**2) / b]

    knots = np.linspace(0, 6, 7)
    spent = {"type": "ineq", "fun": lambda u: 30 - np.sum(u), "jac": lambda u: -np.ones_like(u)}
    return best(lambda u: end(rates, [1.0], knots, u)[0] / 2, 1, 20, 6, 8, 2, constraints=[spent])


def erf_mean(qa, qb, c):
    return 2 / math.pi * math.asin(c / math.sqrt((1 + qa) * (1 + qb)))


def i3(c, i, j, k):
    """E[g'(u_i) u_j g(u_k)], g = erf(. / sqrt 2); Saad and Solla, Phys. Rev. E 52, 4225 (1995)."""
    lam = (1 + c[i, i]) * (1 + c[k, k]) - c[i, k] ** 2
    return 2 / (math.pi * math.sqrt(lam)) * (c[j, k] * (1 + c[i, i]) - c[i, j] * c[i, k]) / (1 + c[i, i])


def i4(c, i, j, k, l):
    """E[g'(u_i) g'(u_j) g(u_k) g(u_l)]."""
    l4 = (1 + c[i, i]) * (1 + c[j, j]) - c[i, j] ** 2
    l0 = (
        l4 * c[k, l]
        - c[j, k] * c[j, l] * (1 + c[i, i])
        - c[i, k] * c[i, l] * (1 + c[j, j])
        + c[i, j] * c[i, k] * c[j, l]
        + c[i, j] * c[i, l] * c[j, k]
    )
    l1 = l4 * (1 + c[k, k]) - c[j, k] ** 2 * (1 + c[i, i]) - c[i, k] ** 2 * (1 + c[j, j]) + 2 * c[i, j] * c[i, k] * c[j, k]
    l2 = l4 * (1 + c[l, l]) - c[j, l] ** 2 * (1 + c[i, i]) - c[i, l] ** 2 * (1 + c[j, j]) + 2 * c[i, j] * c[i, l] * c[j, l]
    return 4 / (math.pi**2 * math.sqrt(l4)) * math.asin(l0 / math.sqrt(l1 * l2))


def dropout():
    """The probability to keep a unit of a student of two erf units, at a cost of 0.02 keep^2; fields x1, x2, y are numbers 0, 1, 2."""
    eta = 1.5

    def covariances(y):
        q11, q12, q22, r1, r2 = y
        return np.array([[q11, q12, r1], [q12, q22, r2], [r1, r2, 1.0]])

    def rates(t, y, keep):
        c = covariances(y)
        dq, dr = np.zeros((2, 2)), np.zeros(2)
        for mask in product((0, 1), repeat=2):
            weight = np.prod([keep if m else 1 - keep for m in mask])
            terms = [(2, 1.0)] + [(k, -1.0) for k in range(2) if mask[k]]  # delta = g(y) - sum of kept units
            for i in range(2):
                if mask[i]:
                    dr[i] += weight * eta * sum(s * i3(c, i, 2, k) for k, s in terms)
                for k in range(2):
                    drift = 0.0
                    if mask[i]:
                        drift += sum(s * i3(c, i, k, n) for n, s in terms)
                    if mask[k]:
                        drift += sum(s * i3(c, k, i, n) for n, s in terms)
                    square = 0.0
                    if mask[i] and mask[k]:
                        square = sum(s * z * i4(c, i, k, n, l) for n, s in terms for l, z in terms)
                    dq[i, k] += weight * (eta * drift + eta**2 * square)
        return [dq[0, 0], dq[0, 1], dq[1, 1], dr[0], dr[1]]

    knots = np.linspace(0, 6, 4)

    def objective(u):
        c = covariances(end(rates, [0.3, 0.05, 0.2, 0.1, 0.02], knots, u))
        a = [1.0, 1.0, -1.0]
        error = 0.5 * sum(a[i] * a[k] * erf_mean(c[i, i], c[k, k], c[i, k]) for i in range(3) for k in range(3))
        return error + 0.02 * np.sum(u**2 * np.diff(knots))

    return best(objective, 0.2, 0.95, 3, 3, 3)


if __name__ == "__main__":
    import sys

    for problem in (ridge, batches, dropout):
        if len(sys.argv) < 2 or problem.__name__ in sys.argv[1:]:
            value, schedule = problem()
            print(problem.__name__, repr(float(value)), [round(float(u), 5) for u in schedule], flush=True)
