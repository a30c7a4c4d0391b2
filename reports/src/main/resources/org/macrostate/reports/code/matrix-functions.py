# the largest sum of elements of which no two stand in one row or column
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


# the sum of singular values
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
