/* Trajectories, fixed points and their stability for a derived system. A model has rhs, observables, phases and jacobian,
   functions of (t, state, p, out); a region says where a state can be realised. */
const dynamics = (() => {
"use strict";

/* Solves a x = b by elimination with partial pivoting; null where a is singular to working precision. */
function solve(a, b) {
    const n = b.length;
    const m = a.map((row) => row.slice());
    const x = b.slice();
    for (let k = 0; k < n; k++) {
        let pivot = k;
        for (let i = k + 1; i < n; i++) {
            if (Math.abs(m[i][k]) > Math.abs(m[pivot][k])) {
                pivot = i;
            }
        }
        if (!(Math.abs(m[pivot][k]) > 1e-300)) {
            return null;
        }
        [m[k], m[pivot]] = [m[pivot], m[k]];
        [x[k], x[pivot]] = [x[pivot], x[k]];
        for (let i = k + 1; i < n; i++) {
            const f = m[i][k] / m[k][k];
            if (f !== 0) {
                for (let j = k + 1; j < n; j++) {
                    m[i][j] -= f * m[k][j];
                }
                x[i] -= f * x[k];
            }
        }
    }
    for (let k = n - 1; k >= 0; k--) {
        for (let j = k + 1; j < n; j++) {
            x[k] -= m[k][j] * x[j];
        }
        x[k] /= m[k][k];
    }
    return x.every(Number.isFinite) ? x : null;
}

/* Eigenvalues [re, im] of a square matrix: balancing, Hessenberg form, Francis steps (Golub and Van Loan, section 7.5). */
function eigenvalues(matrix) {
    const n = matrix.length;
    const a = matrix.map((row) => row.slice());
    if (!a.every((row) => row.every(Number.isFinite))) {
        return null;
    }
    balance(a);
    hessenberg(a);
    const found = [];
    let high = n - 1;
    let steps = 0;
    const scale = a.reduce((m, row) => row.reduce((s, x) => Math.max(s, Math.abs(x)), m), 0) || 1;
    while (high >= 0) {
        let low = high;
        while (low > 0) {
            const near = Math.abs(a[low][low]) + Math.abs(a[low - 1][low - 1]) || scale;
            if (Math.abs(a[low][low - 1]) < 2.3e-16 * near) {
                a[low][low - 1] = 0;
                break;
            }
            low--;
        }
        if (low === high) {
            found.push([a[high][high], 0]);
            high -= 1;
            steps = 0;
        } else if (low === high - 1) {
            found.push(...pair(a[low][low], a[low][high], a[high][low], a[high][high]));
            high -= 2;
            steps = 0;
        } else if (++steps > 60) {
            return null;
        } else {
            francis(a, low, high, steps % 10 === 0);
        }
    }
    return found.sort((x, y) => y[0] - x[0] || y[1] - x[1]);
}

function pair(a, b, c, d) {
    const half = (a - d) / 2;
    const inside = half * half + b * c;
    const middle = (a + d) / 2;
    if (inside < 0) {
        return [[middle, Math.sqrt(-inside)], [middle, -Math.sqrt(-inside)]];
    }
    const far = half + (half < 0 ? -1 : 1) * Math.sqrt(inside);
    return [[d + far, 0], [far === 0 ? d : d - b * c / far, 0]];
}

function balance(a) {
    const n = a.length;
    for (let again = true, rounds = 0; again && rounds < 20; rounds++) {
        again = false;
        for (let i = 0; i < n; i++) {
            let row = 0;
            let column = 0;
            for (let j = 0; j < n; j++) {
                if (j !== i) {
                    row += Math.abs(a[i][j]);
                    column += Math.abs(a[j][i]);
                }
            }
            if (row > 0 && column > 0) {
                const f = Math.pow(2, Math.round(Math.log2(row / column) / 2));
                if ((column * f + row / f) < 0.95 * (row + column)) {
                    again = true;
                    for (let j = 0; j < n; j++) {
                        a[i][j] /= f;
                    }
                    for (let j = 0; j < n; j++) {
                        a[j][i] *= f;
                    }
                }
            }
        }
    }
}

function hessenberg(a) {
    const n = a.length;
    for (let k = 1; k < n - 1; k++) {
        let pivot = k;
        for (let i = k; i < n; i++) {
            if (Math.abs(a[i][k - 1]) > Math.abs(a[pivot][k - 1])) {
                pivot = i;
            }
        }
        if (a[pivot][k - 1] === 0) {
            continue;
        }
        [a[k], a[pivot]] = [a[pivot], a[k]];
        for (let i = 0; i < n; i++) {
            [a[i][k], a[i][pivot]] = [a[i][pivot], a[i][k]];
        }
        for (let i = k + 1; i < n; i++) {
            const f = a[i][k - 1] / a[k][k - 1];
            a[i][k - 1] = 0;
            if (f !== 0) {
                for (let j = k; j < n; j++) {
                    a[i][j] -= f * a[k][j];
                }
                for (let j = 0; j < n; j++) {
                    a[j][k] += f * a[j][i];
                }
            }
        }
    }
}

/* One implicit double shift on rows and columns low..high; an exceptional shift where the usual one makes no progress. */
function francis(a, low, high, exceptional) {
    let sum = a[high - 1][high - 1] + a[high][high];
    let product = a[high - 1][high - 1] * a[high][high] - a[high - 1][high] * a[high][high - 1];
    if (exceptional) {
        const s = Math.abs(a[high][high - 1]) + Math.abs(a[high - 1][high - 2]);
        sum = 1.5 * s;
        product = s * s;
    }
    let x = a[low][low] * a[low][low] + a[low][low + 1] * a[low + 1][low] - sum * a[low][low] + product;
    let y = a[low + 1][low] * (a[low][low] + a[low + 1][low + 1] - sum);
    let z = a[low + 1][low] * a[low + 2][low + 1];
    for (let k = low; k < high; k++) {
        const last = k === high - 1;
        const v = last ? [x, y] : [x, y, z];
        const norm = Math.hypot(...v);
        if (norm > 0) {
            v[0] += v[0] < 0 ? -norm : norm;
            const size = v.reduce((s, c) => s + c * c, 0);
            for (let j = Math.max(low, k - 1); j <= high; j++) {
                const dot = 2 * v.reduce((s, c, i) => s + c * a[k + i][j], 0) / size;
                v.forEach((c, i) => { a[k + i][j] -= dot * c; });
            }
            for (let i = low; i <= Math.min(high, k + 3); i++) {
                const dot = 2 * v.reduce((s, c, j) => s + c * a[i][k + j], 0) / size;
                v.forEach((c, j) => { a[i][k + j] -= dot * c; });
            }
        }
        if (!last) {
            x = a[k + 1][k];
            y = a[k + 2][k];
            z = k + 3 <= high ? a[k + 3][k] : 0;
        }
    }
}

/* Whether vectors and scalars exist that have this state: scalars in their domains, every Gram matrix without a negative
   eigenvalue beyond a tolerance relative to one plus its trace. */
function realisable(region, state, tolerance) {
    for (let i = 0; i < state.length; i++) {
        const domain = region.domains[i];
        const x = state[i];
        if (!Number.isFinite(x) || (domain === "positive" && !(x > 0)) || (domain === "nonnegative" && !(x >= -tolerance))
                || (domain === "unit" && !(x >= -tolerance && x <= 1 + tolerance))) {
            return false;
        }
    }
    return region.gram.every((rows) => semidefinite(rows.map((row) => row.map(
        (entry) => (Array.isArray(entry) ? state[entry[0]] : entry))), tolerance));
}

function semidefinite(a, relative) {
    const trace = a.reduce((s, row, i) => s + Math.abs(row[i]), 0);
    for (let k = 0; k < a.length; k++) {
        const pivot = a[k][k] + relative * (1 + trace);
        if (!(pivot > 0)) {
            return false;
        }
        for (let i = k + 1; i < a.length; i++) {
            const f = a[i][k] / pivot;
            for (let j = k + 1; j < a.length; j++) {
                a[i][j] -= f * a[k][j];
            }
        }
    }
    return true;
}

const norm = (x) => x.reduce((m, c) => (Number.isNaN(c) ? Infinity : Math.max(m, Math.abs(c))), 0);

/* Newton's method, steps halved until the rates get smaller; null where it does not converge. */
function newton(model, p, start) {
    let x = start.slice();
    let f = model.rhs(0, x, p, []);
    for (let step = 0; step < 60; step++) {
        if (!f.every(Number.isFinite)) {
            return null;
        }
        const rows = model.jacobian(0, x, p);
        if (!rows.flat().every(Number.isFinite)) {
            return norm(f) < 1e-9 * (1 + norm(x)) ? x : null;
        }
        const move = solve(rows, f);
        if (move === null) {
            return norm(f) < 1e-13 ? x : null;
        }
        let part = 1;
        let next;
        let g;
        do {
            next = x.map((c, i) => c - part * move[i]);
            g = model.rhs(0, next, p, []);
            part /= 2;
        } while (!(norm(g) <= (1 - part / 4) * norm(f)) && part > 1e-4 && norm(f) > 1e-15);
        const moved = norm(next.map((c, i) => c - x[i])) / (1 + norm(next));
        x = next;
        f = g;
        if (moved < 1e-13 && norm(f) < 1e-9 * (1 + norm(x))) {
            return x;
        }
    }
    return norm(f) < 1e-12 * (1 + norm(x)) ? x : null;
}

function stability(values) {
    if (values === null) {
        return "undecided";
    }
    const size = values.reduce((m, [re, im]) => Math.max(m, Math.hypot(re, im)), 0);
    const leading = values.length ? values[0][0] : 0;
    return leading < -1e-9 * size ? "stable" : leading > 1e-9 * size ? "unstable" : "marginal";
}

function described(model, p, state) {
    const rows = model.jacobian(0, state, p);
    const values = rows.flat().every(Number.isFinite) ? eigenvalues(rows) : null;
    const holds = model.phases(0, state, p, []).findIndex((h) => h === 1);
    return {
        state,
        eigenvalues: values,
        stability: stability(values),
        phase: holds < 0 ? "" : model.phaseNames[holds],
        observables: model.observables(0, state, p, []),
        images: 1,
    };
}

/* Fixed points that Newton's method finds from the given starts, in the region; those that have the same eigenvalues and
   observables are counted as images of one. Stable ones first. */
function fixedPoints(model, region, p, starts) {
    const points = [];
    const all = [];
    for (const start of starts) {
        const x = newton(model, p, start);
        if (x === null || !realisable(region, x, 1e-8) || all.some((y) => norm(y.map((c, i) => c - x[i])) < 1e-7 * (1 + norm(x)))) {
            continue;
        }
        all.push(x);
        const point = described(model, p, x);
        const image = points.find((q) => alike(q, point));
        if (image) {
            image.images += 1;
        } else {
            points.push(point);
        }
    }
    const order = {stable: 0, marginal: 1, undecided: 2, unstable: 3};
    points.sort((a, b) => order[a.stability] - order[b.stability]
        || (b.eigenvalues && a.eigenvalues ? a.eigenvalues[0][0] - b.eigenvalues[0][0] : 0));
    return {points, roots: all};
}

function alike(a, b) {
    const near = (x, y) => Math.abs(x - y) <= 1e-7 * (1 + Math.abs(x)) || (Number.isNaN(x) && Number.isNaN(y));
    return a.phase === b.phase && a.eigenvalues !== null && b.eigenvalues !== null
        && a.eigenvalues.every((e, i) => near(e[0], b.eigenvalues[i][0]) && near(Math.abs(e[1]), Math.abs(b.eigenvalues[i][1])))
        && a.observables.every((o, i) => near(o, b.observables[i]))
        && near(norm(a.state), norm(b.state));
}

/* Dormand and Prince's method of order 5(4) with its interpolant (J. Comput. Appl. Math. 6, 19, 1980; Hairer, Norsett and
   Wanner, Solving Ordinary Differential Equations I, section II.6). */
const C = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const A = [
    [],
    [1 / 5],
    [3 / 40, 9 / 40],
    [44 / 45, -56 / 15, 32 / 9],
    [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
    [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
    [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const E = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
const D = [-12715105075 / 11282082432, 0, 87487479700 / 32700410799, -10690763975 / 1880347072,
    701980252875 / 199316789632, -1453857185 / 822651844, 69997945 / 29380423];

/* The states at ascending times, the first of them the start's.
   status: "done", "left" (the state left its region at time t), "slow" (too many steps) or "lost" (no number). */
function integrate(model, region, p, start, times, options) {
    const rtol = (options && options.rtol) || 1e-9;
    const atol = (options && options.atol) || 1e-11;
    const most = (options && options.steps) || 20000;
    const states = [start.slice()];
    const end = times[times.length - 1];
    let t = times[0];
    let x = start.slice();
    let k = [model.rhs(t, x, p, [])];
    let h = Math.min(end - t, 1e-3 * (1 + norm(x)) / (1e-12 + norm(k[0])));
    for (let steps = 0; states.length < times.length; steps++) {
        if (steps > most) {
            return {states, t, status: "slow"};
        }
        if (!k[0].every(Number.isFinite)) {
            return {states, t, status: "lost"};
        }
        h = Math.min(h, end - t);
        let y = x;
        for (let s = 1; s < 7; s++) {
            y = x.map((c, i) => {
                let sum = 0;
                for (let j = 0; j < s; j++) {
                    sum += A[s][j] * k[j][i];
                }
                return c + h * sum;
            });
            k[s] = model.rhs(t + C[s] * h, y, p, []);
        }
        let error = 0;
        for (let i = 0; i < x.length; i++) {
            let sum = 0;
            for (let s = 0; s < 7; s++) {
                sum += E[s] * k[s][i];
            }
            const e = h * sum / (atol + rtol * Math.max(Math.abs(x[i]), Math.abs(y[i])));
            error += e * e;
        }
        error = Math.sqrt(error / Math.max(1, x.length));
        if (error <= 1) {
            const at = (time) => interpolated(x, y, k, h, (time - t) / h);
            if (!realisable(region, y, 1e-6)) {
                let inside = 0;
                let outside = 1;
                for (let n = 0; n < 50; n++) {
                    const middle = (inside + outside) / 2;
                    if (realisable(region, interpolated(x, y, k, h, middle), 1e-6)) {
                        inside = middle;
                    } else {
                        outside = middle;
                    }
                }
                const left = t + inside * h;
                while (states.length < times.length && times[states.length] <= left) {
                    states.push(at(times[states.length]));
                }
                return {states, t: left, status: "left", state: at(left)};
            }
            while (states.length < times.length && times[states.length] <= t + h * (1 + 1e-12)) {
                states.push(at(times[states.length]));
            }
            t += h;
            x = y;
            k = [k[6]];
        } else if (!(h > 1e-14 * (1 + Math.abs(t)))) {
            return {states, t, status: "lost"};
        }
        h *= Number.isFinite(error) ? Math.min(5, Math.max(0.2, 0.9 * Math.pow(error + 1e-16, -0.2))) : 0.1;
    }
    return {states, t: end, status: "done"};
}

function interpolated(x, y, k, h, s) {
    return x.map((c, i) => {
        const move = y[i] - c;
        const first = h * k[0][i] - move;
        const second = move - h * k[6][i] - first;
        let sum = 0;
        for (let n = 0; n < 7; n++) {
            sum += D[n] * k[n][i];
        }
        return c + s * (move + (1 - s) * (first + s * (second + (1 - s) * h * sum)));
    });
}

return {solve, eigenvalues, realisable, newton, fixedPoints, integrate};
})();

if (typeof module !== "undefined") {
    module.exports = dynamics;
}
