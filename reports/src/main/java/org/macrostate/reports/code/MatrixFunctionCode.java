package org.macrostate.reports.code;

import org.macrostate.equations.tensor.Function;

/**
 * Definitions of the functions of matrices that code calls. The best pairing is found by shortest augmenting paths (R. Jonker
 * and A. Volgenant, Computing 38, 325, 1987), singular values by one-sided Jacobi rotations (M. R. Hestenes, J. Soc. Indust.
 * Appl. Math. 6, 51, 1958).
 */
final class MatrixFunctionCode {
    private static final String PAIRING = "the largest sum of elements of which no two stand in one row or column";
    private static final String NORM = "the sum of singular values";

    private MatrixFunctionCode() {}

    static String c(Function function) {
        return function == Function.BEST_PAIRING ? "/* " + PAIRING + " */\n" + """
                static double best_pairing(int rows, int columns, const double *c)
                {
                    const int wide = rows <= columns, n = wide ? rows : columns, m = wide ? columns : rows;
                    const int down = wide ? columns : 1, across = wide ? 1 : columns;
                    double u[n + 1], v[m + 1], least[m + 1], total = 0;
                    int row_of[m + 1], way[m + 1], done[m + 1];
                    for (int i = 0; i < rows * columns; i++) {
                        if (!isfinite(c[i])) {
                            return NAN;
                        }
                    }
                    for (int i = 0; i <= n; i++) {
                        u[i] = 0;
                    }
                    for (int j = 0; j <= m; j++) {
                        v[j] = 0;
                        row_of[j] = 0;
                    }
                    for (int i = 1; i <= n; i++) {
                        int j = 0;
                        row_of[0] = i;
                        for (int k = 0; k <= m; k++) {
                            least[k] = INFINITY;
                            done[k] = 0;
                        }
                        do {
                            int next = 0;
                            double delta = INFINITY;
                            done[j] = 1;
                            for (int k = 1; k <= m; k++) {
                                if (!done[k]) {
                                    double cost = -c[(row_of[j] - 1) * down + (k - 1) * across] - u[row_of[j]] - v[k];
                                    if (cost < least[k]) {
                                        least[k] = cost;
                                        way[k] = j;
                                    }
                                    if (least[k] < delta) {
                                        delta = least[k];
                                        next = k;
                                    }
                                }
                            }
                            for (int k = 0; k <= m; k++) {
                                if (done[k]) {
                                    u[row_of[k]] += delta;
                                    v[k] -= delta;
                                } else {
                                    least[k] -= delta;
                                }
                            }
                            j = next;
                        } while (row_of[j] != 0);
                        while (j != 0) {
                            row_of[j] = row_of[way[j]];
                            j = way[j];
                        }
                    }
                    for (int k = 1; k <= m; k++) {
                        total += row_of[k] ? c[(row_of[k] - 1) * down + (k - 1) * across] : 0;
                    }
                    return total;
                }
                """ : "/* " + NORM + " */\n" + """
                static double nuclear_norm(int rows, int columns, const double *c)
                {
                    const int wide = rows <= columns, n = wide ? rows : columns, m = wide ? columns : rows;
                    double a[n][m], total = 0;
                    for (int i = 0; i < n; i++) {
                        for (int k = 0; k < m; k++) {
                            a[i][k] = wide ? c[i * columns + k] : c[k * columns + i];
                        }
                    }
                    for (int sweep = 0, turned = 1; turned && sweep < 60; sweep++) {
                        turned = 0;
                        for (int i = 0; i < n; i++) {
                            for (int j = i + 1; j < n; j++) {
                                double p = 0, q = 0, r = 0;
                                for (int k = 0; k < m; k++) {
                                    p += a[i][k] * a[i][k];
                                    q += a[j][k] * a[j][k];
                                    r += a[i][k] * a[j][k];
                                }
                                if (fabs(r) > 1e-15 * sqrt(p * q)) {
                                    double angle = 0.5 * atan2(2 * r, p - q), x = cos(angle), y = sin(angle);
                                    turned = 1;
                                    for (int k = 0; k < m; k++) {
                                        double s = a[i][k], t = a[j][k];
                                        a[i][k] = x * s + y * t;
                                        a[j][k] = x * t - y * s;
                                    }
                                }
                            }
                        }
                    }
                    for (int i = 0; i < n; i++) {
                        double square = 0;
                        for (int k = 0; k < m; k++) {
                            square += a[i][k] * a[i][k];
                        }
                        total += sqrt(square);
                    }
                    return total;
                }
                """;
    }

    static String javaScript(Function function) {
        return function == Function.BEST_PAIRING ? "/* " + PAIRING + " */\n" + """
                function bestPairing(matrix) {
                    const wide = matrix.length <= matrix[0].length;
                    const c = wide ? matrix : matrix[0].map((_, j) => matrix.map((row) => row[j]));
                    const n = c.length;
                    const m = c[0].length;
                    if (!c.every((row) => row.every(Number.isFinite))) {
                        return NaN;
                    }
                    const u = new Array(n + 1).fill(0);
                    const v = new Array(m + 1).fill(0);
                    const rowOf = new Array(m + 1).fill(0);
                    const way = new Array(m + 1).fill(0);
                    for (let i = 1; i <= n; i++) {
                        const least = new Array(m + 1).fill(Infinity);
                        const done = new Array(m + 1).fill(false);
                        let j = 0;
                        rowOf[0] = i;
                        do {
                            let next = 0;
                            let delta = Infinity;
                            done[j] = true;
                            for (let k = 1; k <= m; k++) {
                                if (!done[k]) {
                                    const cost = -c[rowOf[j] - 1][k - 1] - u[rowOf[j]] - v[k];
                                    if (cost < least[k]) {
                                        least[k] = cost;
                                        way[k] = j;
                                    }
                                    if (least[k] < delta) {
                                        delta = least[k];
                                        next = k;
                                    }
                                }
                            }
                            for (let k = 0; k <= m; k++) {
                                if (done[k]) {
                                    u[rowOf[k]] += delta;
                                    v[k] -= delta;
                                } else {
                                    least[k] -= delta;
                                }
                            }
                            j = next;
                        } while (rowOf[j] !== 0);
                        while (j !== 0) {
                            rowOf[j] = rowOf[way[j]];
                            j = way[j];
                        }
                    }
                    let total = 0;
                    for (let k = 1; k <= m; k++) {
                        total += rowOf[k] ? c[rowOf[k] - 1][k - 1] : 0;
                    }
                    return total;
                }
                """ : "/* " + NORM + " */\n" + """
                function nuclearNorm(matrix) {
                    const wide = matrix.length <= matrix[0].length;
                    const a = wide ? matrix.map((row) => row.slice()) : matrix[0].map((_, j) => matrix.map((row) => row[j]));
                    const dot = (x, y) => x.reduce((sum, value, k) => sum + value * y[k], 0);
                    for (let sweep = 0, turned = true; turned && sweep < 60; sweep++) {
                        turned = false;
                        for (let i = 0; i < a.length; i++) {
                            for (let j = i + 1; j < a.length; j++) {
                                const [p, q, r] = [dot(a[i], a[i]), dot(a[j], a[j]), dot(a[i], a[j])];
                                if (Math.abs(r) > 1e-15 * Math.sqrt(p * q)) {
                                    const angle = 0.5 * Math.atan2(2 * r, p - q);
                                    const [x, y, s, t] = [Math.cos(angle), Math.sin(angle), a[i], a[j]];
                                    turned = true;
                                    a[i] = s.map((value, k) => x * value + y * t[k]);
                                    a[j] = s.map((value, k) => x * t[k] - y * value);
                                }
                            }
                        }
                    }
                    return a.reduce((sum, row) => sum + Math.sqrt(dot(row, row)), 0);
                }
                """;
    }

    static String python(Function function) {
        return function == Function.BEST_PAIRING ? "\n\n# " + PAIRING + "\n" + """
                @_of_each
                def _bestpairing(matrix):
                    c = matrix if len(matrix) <= len(matrix[0]) else [list(row) for row in zip(*matrix)]
                    n, m = len(c), len(c[0])
                    if not all(math.isfinite(x) for row in c for x in row):
                        return math.nan
                    u, v, row_of, way = [0.0]*(n + 1), [0.0]*(m + 1), [0]*(m + 1), [0]*(m + 1)
                    for i in range(1, n + 1):
                        least, done, j = [math.inf]*(m + 1), [False]*(m + 1), 0
                        row_of[0] = i
                        while row_of[j]:
                            done[j], delta, following = True, math.inf, 0
                            for k in range(1, m + 1):
                                if not done[k]:
                                    cost = -c[row_of[j] - 1][k - 1] - u[row_of[j]] - v[k]
                                    if cost < least[k]:
                                        least[k], way[k] = cost, j
                                    if least[k] < delta:
                                        delta, following = least[k], k
                            for k in range(m + 1):
                                if done[k]:
                                    u[row_of[k]] += delta
                                    v[k] -= delta
                                else:
                                    least[k] -= delta
                            j = following
                        while j:
                            row_of[j] = row_of[way[j]]
                            j = way[j]
                    return sum(c[row_of[k] - 1][k - 1] for k in range(1, m + 1) if row_of[k])
                """ : "\n\n# " + NORM + "\n" + """
                @_of_each
                def _nuclearnorm(matrix):
                    a = [list(row) for row in (matrix if len(matrix) <= len(matrix[0]) else zip(*matrix))]
                    dot = lambda x, y: sum(s*t for s, t in zip(x, y))
                    for _ in range(60):
                        turned = False
                        for i in range(len(a)):
                            for j in range(i + 1, len(a)):
                                p, q, r = dot(a[i], a[i]), dot(a[j], a[j]), dot(a[i], a[j])
                                if abs(r) > 1e-15*math.sqrt(p*q):
                                    angle = math.atan2(2*r, p - q)/2
                                    x, y, turned = math.cos(angle), math.sin(angle), True
                                    pairs = list(zip(a[i], a[j]))
                                    a[i] = [x*s + y*t for s, t in pairs]
                                    a[j] = [x*t - y*s for s, t in pairs]
                        if not turned:
                            break
                    return sum(math.sqrt(dot(row, row)) for row in a)
                """;
    }

    /** Of matrices whose elements are NumPy arrays, one after the other. */
    static final String PYTHON_LIFTED = """


            def _of_each(f):
                def g(matrix):
                    elements = [x for row in matrix for x in row]
                    if not any(getattr(x, "ndim", 0) for x in elements):
                        return f(matrix)
                    width = len(matrix[0])
                    arrays = _np.broadcast_arrays(*elements)
                    flat = zip(*(x.ravel() for x in arrays))
                    values = [f([list(x[i:i + width]) for i in range(0, len(x), width)]) for x in flat]
                    return _np.array(values, dtype=float).reshape(arrays[0].shape)
                return g
            """;

    static final String SYMPY = """
            def _bestpairing(matrix):
                c = matrix if len(matrix) <= len(matrix[0]) else [list(row) for row in zip(*matrix)]

                def best(row, left):
                    if row == len(c):
                        return sympy.Integer(0)
                    return sympy.Max(*[c[row][j] + best(row + 1, left - {j}) for j in sorted(left)])

                return best(0, frozenset(range(len(c[0]))))


            def _nuclearnorm(matrix):
                a = sympy.Matrix(matrix)
                if min(a.shape) == 1:
                    return sympy.Abs(a[0]) if max(a.shape) == 1 else sympy.sqrt(sum(x**2 for x in a))
                return sum(a.singular_values())


            """;

    static String julia(Function function) {
        return function == Function.BEST_PAIRING
                ? "# " + PAIRING + "\n" + """
                function _best_pairing(matrix)
                    c = size(matrix, 1) <= size(matrix, 2) ? matrix : permutedims(matrix)
                    n, m = size(c)
                    all(isfinite, c) || return oftype(float(c[1, 1]), NaN)
                    u, v, row_of, way = zeros(n + 1), zeros(m + 1), zeros(Int, m + 1), zeros(Int, m + 1)
                    for i in 1:n
                        least, done, j = fill(Inf, m + 1), falses(m + 1), 1
                        row_of[1] = i
                        while row_of[j] != 0
                            done[j], delta, following = true, Inf, 1
                            for k in 2:(m + 1)
                                done[k] && continue
                                cost = -c[row_of[j], k - 1] - u[row_of[j]] - v[k]
                                if cost < least[k]
                                    least[k], way[k] = cost, j
                                end
                                if least[k] < delta
                                    delta, following = least[k], k
                                end
                            end
                            for k in 1:(m + 1)
                                if done[k]
                                    u[row_of[k]] += delta
                                    v[k] -= delta
                                else
                                    least[k] -= delta
                                end
                            end
                            j = following
                        end
                        while j != 1
                            row_of[j] = row_of[way[j]]
                            j = way[j]
                        end
                    end
                    return sum(c[row_of[k], k - 1] for k in 2:(m + 1) if row_of[k] != 0)
                end
                """
                : "# " + NORM + "\n_nuclear_norm(matrix) = sum(svdvals(matrix))\n";
    }

    static final String MATHEMATICA_PAIRING = "(* " + PAIRING + " *)\n" + """
            bestPairing[matrix_] := Module[{c, best},
              c = If[Length[matrix] <= Length[First[matrix]], matrix, Transpose[matrix]];
              best[row_, left_] := best[row, left] = If[row > Length[c], 0,
                Max[Table[c[[row, j]] + best[row + 1, DeleteCases[left, j]], {j, left}]]];
              best[1, Range[Length[First[c]]]]];
            """;

    static final String MATHEMATICA_NORM =
            "(* " + NORM + " *)\n" + "nuclearNorm[matrix_] := Total[SingularValueList[matrix, Tolerance -> 0]];\n";
}
