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
