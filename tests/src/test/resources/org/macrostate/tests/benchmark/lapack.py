"""Dense linear algebra and a branch of equilibria in NumPy, which calls LAPACK: the reference of RatiosToLapack.

  OPENBLAS_NUM_THREADS=1 python3 lapack.py solve n | eigenvalues n | symmetric n | branch n

Prints nanoseconds of processor time of one solution, of all eigenvalues, or of one point of the branch, the least of several."""
import sys
import time

import numpy as np


def least(work, count):
    """Least time of one of several runs of work, each of which does count things."""
    best = float("inf")
    end = time.process_time() + 1.5
    while time.process_time() < end:
        begin = time.process_time()
        for _ in range(5):
            work()
        best = min(best, (time.process_time() - begin) / (5 * count))
    return 1e9 * best


def branch(n, points=250, length=0.03):
    """Keller's pseudo-arclength continuation of u'' + lam exp(u) = 0 on n points, with the eigenvalues at each point."""
    square = (n + 1.0) ** 2
    laplace = square * (np.eye(n, k=1) + np.eye(n, k=-1) - 2 * np.eye(n))
    weight = 1.0 / n

    def rates(u, lam):
        return laplace @ u + lam * np.exp(u)

    def jacobian(u, lam):
        return laplace + lam * np.diag(np.exp(u))

    u, lam = np.zeros(n), 0.02
    for _ in range(10):
        u = u - np.linalg.solve(jacobian(u, lam), rates(u, lam))
    tangent = np.zeros(n + 1)
    tangent[n] = 1.0
    for _ in range(points):
        bordered = np.empty((n + 1, n + 1))

        def fill(at, value):
            bordered[:n, :n] = jacobian(at, value)
            bordered[:n, n] = np.exp(at)
            bordered[n, :n] = weight * tangent[:n]
            bordered[n, n] = tangent[n]

        fill(u, lam)
        right = np.zeros(n + 1)
        right[n] = 1.0
        direction = np.linalg.solve(bordered, right)
        tangent = direction / np.sqrt(weight * direction[:n] @ direction[:n] + direction[n] ** 2)
        v, value = u + length * tangent[:n], lam + length * tangent[n]
        for _ in range(8):
            residual = np.append(
                rates(v, value), weight * tangent[:n] @ (v - u) + tangent[n] * (value - lam) - length)
            fill(v, value)
            change = np.linalg.solve(bordered, residual)
            v, value = v - change[:n], value - change[n]
            if np.max(np.abs(change)) < 1e-9:
                break
        u, lam = v, value
        np.linalg.eigvalsh(jacobian(u, lam))
    return points


def main():
    kind, n = sys.argv[1], int(sys.argv[2])
    a = np.random.default_rng(1).normal(size=(n, n))
    if kind == "solve":
        b = np.ones(n)
        print(least(lambda: np.linalg.solve(a, b), 1))
    elif kind == "eigenvalues":
        print(least(lambda: np.linalg.eigvals(a), 1))
    elif kind == "symmetric":
        print(least(lambda: np.linalg.eigvalsh(a + a.T), 1))
    else:
        print(least(lambda: branch(n), 250))


main()
