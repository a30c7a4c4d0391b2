/* One-pass SGD of the linear VAE with one latent and one signal, written for speed: the reference of SgdBenchmark.
 *
 *   gcc -O3 -march=native -ffast-math -o sgd SgdLinearVae.c -lm
 *   ./sgd ziggurat N steps      xoshiro256++ and a ziggurat of 256 layers, one normal at a time
 *   ./sgd box-muller N steps    eight xoshiro256+ side by side and Box and Muller's transform, in the processor's lanes
 *   ./sgd overlaps N steps      the exact overlap process of u, w, v (r = 3)
 *
 * Prints steps per second of processor time and the state: m d Q E R D. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double RHO = 1, ETA = 1, BETA = 1, LAMBDA = 0, TAU = 0.01, TAU_D = 0.01;

static uint64_t s0, s1, s2, s3;

static uint64_t mix(uint64_t *x) {
    uint64_t z = (*x += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline uint64_t next(void) {
    uint64_t r = rotl(s0 + s3, 23) + s0, t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotl(s3, 45);
    return r;
}

static inline double uniform(void) { return ((next() >> 11) + 0.5) * 0x1p-53; }

/* G. Marsaglia, W. W. Tsang, J. Stat. Softw. 5(8), 2000, with layers of J. A. Doornik, 2005. */
static double layer[257], width[256];
static int64_t inside[256];
static const double TAIL = 3.6541528853610088, AREA = 0.00492867323399;

static void layers(void) {
    double f = exp(-0.5 * TAIL * TAIL);
    layer[0] = AREA / f;
    layer[1] = TAIL;
    for (int i = 2; i < 256; i++) {
        layer[i] = sqrt(-2 * log(AREA / layer[i - 1] + f));
        f = exp(-0.5 * layer[i] * layer[i]);
    }
    layer[256] = 0;
    for (int i = 0; i < 256; i++) {
        inside[i] = (int64_t)(layer[i + 1] / layer[i] * 0x1p55);
        width[i] = layer[i] * 0x1p-55;
    }
}

static __attribute__((noinline)) double edge(uint64_t bits) {
    for (;;) {
        int i = bits & 255;
        int64_t u = (int64_t)bits >> 8;
        if (llabs(u) < inside[i]) return u * width[i];
        if (i == 0) {
            double x, y;
            do {
                x = -log(uniform()) / TAIL;
                y = -log(uniform());
            } while (y + y < x * x);
            return u > 0 ? TAIL + x : -TAIL - x;
        }
        double z = u * width[i];
        double f0 = exp(-0.5 * (layer[i] * layer[i] - z * z)), f1 = exp(-0.5 * (layer[i + 1] * layer[i + 1] - z * z));
        if (f1 + uniform() * (f0 - f1) < 1.0) return z;
        bits = next();
    }
}

static inline double normal(void) {
    uint64_t bits = next();
    int i = bits & 255;
    int64_t u = (int64_t)bits >> 8;
    return llabs(u) < inside[i] ? u * width[i] : edge(bits);
}

static void ziggurat(double *x, int n) {
    for (int k = 0; k < n; k++) x[k] = normal();
}

#define LANES 8
#define BLOCK 256
static uint64_t a0[LANES], a1[LANES], a2[LANES], a3[LANES];

static inline double as_double(uint64_t bits) {
    double x;
    memcpy(&x, &bits, 8);
    return x;
}

static inline double one_to_two(uint64_t bits) { return as_double(bits >> 12 | 0x3FF0000000000000ULL); }

/* -2 log u for u in (0, 1], without branches: exponent, then the series of log((1 + q) / (1 - q)). */
static inline double twice_negative_log(double u) {
    uint64_t bits;
    memcpy(&bits, &u, 8);
    double exponent = as_double(bits >> 52 | 0x4330000000000000ULL) - 4503599627370496.0 - 1023;
    double m = as_double((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
    double q = (m - M_SQRT2) / (m + M_SQRT2), z = q * q;
    double series = 1 + z * (1 / 3. + z * (1 / 5. + z * (1 / 7. + z * (1 / 9. + z * (1 / 11. + z * (1 / 13. + z * (1 / 15. + z / 17.)))))));
    double value = -2 * M_LN2 * (exponent + 0.5) - 4 * q * series;
    return value > 0 ? value : 0;
}

static void box_muller(double *x, int n) {
    static uint64_t bits[BLOCK];
    static double made[BLOCK];
    for (int from = 0; from < n; from += BLOCK) {
        for (int k = 0; k < BLOCK; k += LANES)
            for (int l = 0; l < LANES; l++) {
                uint64_t t = a1[l] << 17;
                bits[k + l] = a0[l] + a3[l];
                a2[l] ^= a0[l];
                a3[l] ^= a1[l];
                a1[l] ^= a2[l];
                a0[l] ^= a3[l];
                a2[l] ^= t;
                a3[l] = rotl(a3[l], 45);
            }
        for (int k = 0; k < BLOCK / 2; k++) {
            double r = sqrt(twice_negative_log(2 - one_to_two(bits[k])));
            double angle = (one_to_two(bits[k + BLOCK / 2]) - 1.5) * M_PI / 2, z = angle * angle;
            double s = angle * (1 + z * (-1 / 6. + z * (1 / 120. + z * (-1 / 5040. + z * (1 / 362880. + z * (-1 / 39916800. + z * (1 / 6227020800.)))))));
            double c = 1 + z * (-1 / 2. + z * (1 / 24. + z * (-1 / 720. + z * (1 / 40320. + z * (-1 / 3628800. + z * (1 / 479001600. + z * (-1 / 87178291200.)))))));
            /* The angle is a quarter of what it is to be: double it twice. */
            double s2 = 2 * s * c, c2 = 1 - 2 * s * s;
            made[k] = r * (1 - 2 * s2 * s2);
            made[k + BLOCK / 2] = r * 2 * s2 * c2;
        }
        memcpy(x + from, made, sizeof(double) * (n - from < BLOCK ? n - from : BLOCK));
    }
}

static void vectors(void (*normals)(double *, int), int n, long steps) {
    double *w = malloc(8 * n), *v = malloc(8 * n), *x = malloc(8 * (n + BLOCK));
    normals(w, n);
    normals(v, n);
    double D = 1, Q = 0, root = sqrt(n);
    for (int k = 0; k < n; k++) Q += w[k] * w[k] / n;
    clock_t begin = clock();
    for (long s = 0; s < steps; s++) {
        normals(x, n);
        double c = normal(), scale = sqrt(ETA), wx = 0, vx = 0;
        for (int k = 0; k < n; k++) {
            wx += w[k] * x[k];
            vx += v[k] * x[k];
        }
        /* u is √N times the first axis, and a sample holds √ρ c u/√N. */
        double h = (scale * wx + sqrt(RHO) * c * w[0]) / root, z = (scale * vx + sqrt(RHO) * c * v[0]) / root;
        double fw = TAU * z, fv = -TAU * ((BETA + Q) * z - h);
        double kw = 1 - TAU * (z * z + D + LAMBDA) / n, kv = 1 - TAU * LAMBDA / n, sum = 0;
        double aw = fw * scale / root, av = fv * scale / root;
        D -= TAU_D / n * (BETA / 2 * (1 - 1 / D) + Q / 2);
        for (int k = 0; k < n; k++) {
            w[k] = kw * w[k] + aw * x[k];
            v[k] = kv * v[k] + av * x[k];
        }
        w[0] += fw * sqrt(RHO) * c / root;
        v[0] += fv * sqrt(RHO) * c / root;
        for (int k = 0; k < n; k++) sum += w[k] * w[k];
        Q = sum / n;
    }
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC, E = 0, R = 0;
    for (int k = 0; k < n; k++) {
        E += v[k] * v[k] / n;
        R += w[k] * v[k] / n;
    }
    printf("%.6g %.6g %.6g %.6g %.6g %.6g %.6g\n", steps / seconds, w[0] / root, v[0] / root, Q, E, R, D);
}

/* χ² with many degrees of freedom: G. Marsaglia, W. W. Tsang, ACM Trans. Math. Softw. 26, 363, 2000. */
static double chi_square(double degrees) {
    double d = degrees / 2 - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = normal(), v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        double u = uniform();
        if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return 2 * d * v;
    }
}

static void overlaps(int n, long steps) {
    double m = 0.1, d = 0.1, Q = 1, E = 1, R = 0, D = 1, N = n;
    clock_t begin = clock();
    for (long s = 0; s < steps; s++) {
        /* L of the overlaps of u, w, v: u has norm 1. */
        double w1 = sqrt(Q - m * m), v1 = (R - m * d) / w1, v2 = sqrt(E - d * d - v1 * v1);
        double e0 = normal(), e1 = normal(), e2 = normal(), c = normal();
        double nu = e0, nw = m * e0 + w1 * e1, nv = d * e0 + v1 * e1 + v2 * e2;
        double a = sqrt(RHO) * c, b = sqrt(ETA);
        double h = a * m + b * nw, z = a * d + b * nv;
        double square = (e0 * e0 + e1 * e1 + e2 * e2 + chi_square(N - 3)) / N;
        double norm = (a * a + 2 * a * b * nu / 1) / N;
        double xx = b * b * square + norm;
        double xu = a + b * nu;
        double fw = TAU * z, fv = -TAU * ((BETA + Q) * z - h), kw = -TAU * (z * z + D + LAMBDA), kv = -TAU * LAMBDA;
        D -= TAU_D / N * (BETA / 2 * (1 - 1 / D) + Q / 2);
        double gw = 1 + kw / N, gv = 1 + kv / N;
        double Q1 = gw * gw * Q + 2 * gw * fw * h / N + fw * fw * xx / N;
        double E1 = gv * gv * E + 2 * gv * fv * z / N + fv * fv * xx / N;
        double R1 = gw * gv * R + (gw * fv * h + gv * fw * z) / N + fw * fv * xx / N;
        m = gw * m + fw * xu / N;
        d = gv * d + fv * xu / N;
        Q = Q1;
        E = E1;
        R = R1;
    }
    double seconds = (double)(clock() - begin) / CLOCKS_PER_SEC;
    printf("%.6g %.6g %.6g %.6g %.6g %.6g %.6g\n", steps / seconds, m, d, Q, E, R, D);
}

int main(int argc, char **argv) {
    uint64_t seed = 1;
    if (argc != 4) return 2;
    s0 = mix(&seed), s1 = mix(&seed), s2 = mix(&seed), s3 = mix(&seed);
    for (int l = 0; l < LANES; l++) a0[l] = mix(&seed), a1[l] = mix(&seed), a2[l] = mix(&seed), a3[l] = mix(&seed);
    layers();
    int n = atoi(argv[2]);
    long steps = atol(argv[3]);
    if (!strcmp(argv[1], "overlaps")) overlaps(n, steps);
    else vectors(strcmp(argv[1], "ziggurat") ? box_muller : ziggurat, n, steps);
    return 0;
}
