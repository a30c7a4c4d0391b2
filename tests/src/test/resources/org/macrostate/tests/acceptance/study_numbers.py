"""The numbers in the abstracts of saad-solla, online-pca and phase-retrieval, from the equations as they are published,
with nothing but NumPy: Saad and Solla, Physical Review E 52, 4225 (1995); Oja, Journal of Mathematical Biology 15, 267
(1982), in the limit of high dimension; phase retrieval by Gauss-Hermite quadrature over the two fields."""

import numpy as np


def runge_kutta(rates, state, times, step):
    """The states at some times, by the classical method of order four."""
    states, t = [], 0.0
    for end in times:
        count = max(1, int(np.ceil((end - t) / step))) if end > t else 0
        h = (end - t) / count if count else 0.0
        for _ in range(count):
            a = rates(t, state)
            b = rates(t + h / 2, state + h / 2 * a)
            c = rates(t + h / 2, state + h / 2 * b)
            d = rates(t + h, state + h * c)
            state = state + h / 6 * (a + 2 * b + 2 * c + d)
            t += h
        t = end
        states.append(state)
    return np.array(states)


# ---- the soft committee: fields 0, 1 of the student, 2, 3 of the teacher


def i2(c, i, j):
    return 2 / np.pi * np.arcsin(c[i, j] / np.sqrt((1 + c[i, i]) * (1 + c[j, j])))


def i3(c, i, j, k):
    root = np.sqrt((1 + c[i, i]) * (1 + c[k, k]) - c[i, k] ** 2)
    return 2 / np.pi / root * (c[j, k] * (1 + c[i, i]) - c[i, j] * c[i, k]) / (1 + c[i, i])


def i4(c, i, j, k, l):
    l4 = (1 + c[i, i]) * (1 + c[j, j]) - c[i, j] ** 2
    l0 = (l4 * c[k, l] - c[j, k] * c[j, l] * (1 + c[i, i]) - c[i, k] * c[i, l] * (1 + c[j, j])
          + c[i, j] * c[i, k] * c[j, l] + c[i, j] * c[i, l] * c[j, k])
    l1 = l4 * (1 + c[k, k]) - c[j, k] ** 2 * (1 + c[i, i]) - c[i, k] ** 2 * (1 + c[j, j]) + 2 * c[i, j] * c[i, k] * c[j, k]
    l2 = l4 * (1 + c[l, l]) - c[j, l] ** 2 * (1 + c[i, i]) - c[i, l] ** 2 * (1 + c[j, j]) + 2 * c[i, j] * c[i, l] * c[j, l]
    return 4 / np.pi**2 / np.sqrt(l4) * np.arcsin(l0 / np.sqrt(l1 * l2))


SIGN = [1, 1, -1, -1]


def covariance(state):
    q11, q12, q22, r11, r12, r21, r22 = state
    return np.array([[q11, q12, r11, r12], [q12, q22, r21, r22], [r11, r21, 1, 0], [r12, r22, 0, 1]])


def committee(eta):
    def rates(_, state):
        c = covariance(state)
        # the student's output less the teacher's is the sum of SIGN times g; the rate of unit i is -eta g'(x_i) of it
        def drift(i, j):
            return -sum(SIGN[m] * i3(c, i, j, m) for m in range(4))

        def square(i, j):
            return sum(SIGN[m] * SIGN[n] * i4(c, i, j, m, n) for m in range(4) for n in range(4))

        pairs = [(0, 0), (0, 1), (1, 1)]
        q = [eta * (drift(i, j) + drift(j, i)) + eta**2 * square(i, j) for i, j in pairs]
        r = [eta * drift(i, n) for i in (0, 1) for n in (2, 3)]
        return np.array(q + r)

    return rates


def error(state):
    c = covariance(state)
    return 0.5 * sum(SIGN[m] * SIGN[n] * i2(c, m, n) for m in range(4) for n in range(4))


def leading(eta):
    learned = np.array([1.0, 0, 1, 1, 0, 0, 1])
    rates, step = committee(eta), 1e-5
    jacobian = np.array([(rates(0, learned + step * e) - rates(0, learned - step * e)) / (2 * step) for e in np.eye(7)]).T
    return np.linalg.eigvals(jacobian).real.max()


def largest_rate():
    low, high = 1.0, 4.0
    while high - low > 1e-9:
        middle = (low + high) / 2
        low, high = (middle, high) if leading(middle) < 0 else (low, middle)
    return low


# ---- Oja's rule, signal strength 2


def oja(rate):
    def rates(t, state):
        q, length = state
        tau, v = rate(t), 2 * q * q + length
        return np.array([tau * (3 - v) * q, 2 * tau * v * (1 - length) + tau * tau * v])

    return rates


def power():
    times = np.array([0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000.0])
    states = runge_kutta(oja(lambda t: 2 / (4 + t)), np.array([0.05, 1]), times, 0.05)
    left = 1 - states[:, 0] ** 2 / states[:, 1]
    late = times >= 200
    return np.polyfit(np.log(times[late]), np.log(left[late]), 1)[0]


def swing():
    times = np.arange(0, 3000.5, 2.0)
    states = runge_kutta(oja(lambda t: 0.5 + 0.4 * np.sin(t / 100)), np.array([0.05, 1]), times, 0.05)
    cosine = (states[:, 0] ** 2 / states[:, 1])[times >= 800]
    return cosine.min(), cosine.max()


# ---- phase retrieval


def retrieval():
    """The growth rate of the overlap at the state without one: loss (h^2 - y^2)^2 / 4 at the learning rate of the model."""
    eta = 0.02
    x, w = np.polynomial.hermite_e.hermegauss(12)
    w = w / w.sum()
    a, b = np.meshgrid(x, x, indexing="ij")
    weight = np.outer(w, w)

    def rates(r, q):
        y, h = a, r * a + np.sqrt(q - r * r) * b
        f = -eta * (h * h - y * y) * h
        return (weight * f * y).sum(), (weight * (2 * f * h + f * f)).sum()

    low, high = 0.1, 0.9  # the length at which it rests, without overlap
    while high - low > 1e-13:
        middle = (low + high) / 2
        low, high = (middle, high) if rates(0, middle)[1] > 0 else (low, middle)
    return (rates(1e-6, low)[0] - rates(-1e-6, low)[0]) / 2e-6


start = np.array([0.5, 0, 0.25, 1e-5, 0, 0, 0])
print(error(runge_kutta(committee(0.05), start, [1200], 0.5)[0]))
print(largest_rate())
print(power())
low, high = swing()
print(low)
print(high)
growth = retrieval()
print(growth)
print(1 / (2 * growth))
