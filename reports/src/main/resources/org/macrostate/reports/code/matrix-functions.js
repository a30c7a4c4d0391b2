/* the largest sum of elements of which no two stand in one row or column */
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


/* the sum of singular values */
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
