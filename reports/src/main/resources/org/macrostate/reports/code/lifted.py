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
