# the largest sum of elements of which no two stand in one row or column
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


# the sum of singular values
_nuclear_norm(matrix) = sum(svdvals(matrix))
