/*
 * The order-parameter equations of the linear VAE for M = MS = 8, vectorised by hand: a matrix is eight rows, each a vector of
 * eight numbers (two registers of AVX2, or one of AVX-512), and a product of matrices adds multiples of rows. Order of
 * state and rates as in "linear_vae.h", whose loops it stands beside.
 */
typedef double row __attribute__((vector_size(64)));
typedef struct { row of[8]; } matrix;

#define EACH for (int i = 0; i < 8; i++)

static inline matrix load(const double *from) {
    matrix a;
    memcpy(&a, from, sizeof a);
    return a;
}

static inline void store(const matrix *a, double *to) {
    memcpy(to, a, sizeof *a);
}

static inline matrix symmetric(const double *triangle) {
    double full[8][8];
    unpack(triangle, full);
    return load(&full[0][0]);
}

static inline void store_triangle(const matrix *a, double *to) {
    EACH {
        for (int j = i; j < 8; j++) {
            *to++ = a->of[i][j];
        }
    }
}

static inline matrix transposed(const matrix *a) {
    double full[8][8];
    EACH {
        for (int j = 0; j < 8; j++) {
            full[j][i] = a->of[i][j];
        }
    }
    return load(&full[0][0]);
}

static inline matrix times(const matrix *a, const matrix *b) {
    matrix c;
    EACH {
        row sum = a->of[i][0] * b->of[0];
        for (int l = 1; l < 8; l++) {
            sum += a->of[i][l] * b->of[l];
        }
        c.of[i] = sum;
    }
    return c;
}

static void rates_by_rows(const double *restrict s, const struct parameters *p, double *restrict out) {
    double k = p->rho + p->eta, noise = p->tau * p->tau * p->eta;
    matrix m = load(s), d = load(s + 64), Q = symmetric(s + 128), E = symmetric(s + 164), R = load(s + 200);
    const double *D = s + 264;
    matrix mT = transposed(&m), dT = transposed(&d);
    matrix czz = times(&d, &dT), chz = times(&m, &dT), chh = times(&m, &mT), a, b = Q, x, y;
    EACH {
        czz.of[i] = p->rho * czz.of[i] + p->eta * E.of[i];
        chz.of[i] = p->rho * chz.of[i] + p->eta * R.of[i];
        chh.of[i] = p->rho * chh.of[i] + p->eta * Q.of[i];
    }
    a = czz;
    EACH {
        a.of[i][i] += D[i] + p->lambda;
        b.of[i][i] += p->beta;
    }
    matrix chzT = transposed(&chz), am = times(&a, &m), bd = times(&b, &d), aq = times(&a, &Q), ar = times(&a, &R);
    matrix qa = transposed(&aq), bCzz = times(&b, &czz), zzB = transposed(&bCzz), bChz = times(&b, &chzT);
    matrix hzB = transposed(&bChz), bzzB = times(&bCzz, &b);
    EACH {
        x.of[i] = p->tau * (k * d.of[i] - am.of[i]);
        y.of[i] = p->tau * (k * m.of[i] - k * bd.of[i] - p->lambda * d.of[i]);
    }
    store(&x, out);
    store(&y, out + 64);
    EACH {
        x.of[i] = p->tau * (chz.of[i] + chzT.of[i] - aq.of[i] - qa.of[i]) + noise * czz.of[i];
        y.of[i] = p->tau * (chz.of[i] - bCzz.of[i] + chzT.of[i] - zzB.of[i] - 2 * p->lambda * E.of[i])
                + noise * (bzzB.of[i] - bChz.of[i] - hzB.of[i] + chh.of[i]);
    }
    store_triangle(&x, out + 128);
    store_triangle(&y, out + 164);
    EACH {
        x.of[i] = p->tau * (czz.of[i] - ar.of[i] + chh.of[i] - hzB.of[i] - p->lambda * R.of[i])
                + noise * (chzT.of[i] - zzB.of[i]);
    }
    store(&x, out + 200);
    EACH {
        out[264 + i] = -p->tauD * (p->beta / 2 * (1 - 1 / D[i]) + Q.of[i][i] / 2);
    }
}
