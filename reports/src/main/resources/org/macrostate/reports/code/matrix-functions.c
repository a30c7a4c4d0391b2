/* the largest sum of elements of which no two stand in one row or column */
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


/* the sum of singular values */
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
