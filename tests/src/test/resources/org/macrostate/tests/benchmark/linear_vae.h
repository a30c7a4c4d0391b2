/*
 * The order-parameter equations of the linear VAE (arXiv:2310.15440) as a programmer would write them in C: plain loops
 * with the sizes known to the compiler. Compile with -DM=latents -DMS=signals. State and rates in the order m, d (M x MS,
 * row by row), Q, E (upper triangles, row by row), R (M x M), D.
 */
#define LENGTH (2 * M * MS + M * (M + 1) + M * M + M)

struct parameters {
    double rho, eta, beta, lambda, tau, tauD;
};

static void unpack(const double *triangle, double full[M][M]) {
    for (int i = 0; i < M; i++) {
        for (int j = i; j < M; j++) {
            full[i][j] = full[j][i] = *triangle++;
        }
    }
}

static void rates(const double *restrict s, const struct parameters *p, double *restrict out) {
    const double *m = s, *d = m + M * MS, *q = d + M * MS, *e = q + M * (M + 1) / 2, *r = e + M * (M + 1) / 2;
    const double *D = r + M * M;
    double *mOut = out, *dOut = mOut + M * MS, *qOut = dOut + M * MS, *eOut = qOut + M * (M + 1) / 2;
    double *rOut = eOut + M * (M + 1) / 2, *DOut = rOut + M * M;
    double Q[M][M], E[M][M], czz[M][M], chz[M][M], chh[M][M], a[M][M], b[M][M], bCzz[M][M], bChz[M][M];
    double k = p->rho + p->eta, noise = p->tau * p->tau * p->eta;
    unpack(q, Q);
    unpack(e, E);
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < M; j++) {
            double dd = 0, md = 0, mm = 0;
            for (int c = 0; c < MS; c++) {
                dd += d[i * MS + c] * d[j * MS + c];
                md += m[i * MS + c] * d[j * MS + c];
                mm += m[i * MS + c] * m[j * MS + c];
            }
            czz[i][j] = p->rho * dd + p->eta * E[i][j];
            chz[i][j] = p->rho * md + p->eta * r[i * M + j];
            chh[i][j] = p->rho * mm + p->eta * Q[i][j];
            a[i][j] = czz[i][j] + (i == j ? D[i] + p->lambda : 0);
            b[i][j] = Q[i][j] + (i == j ? p->beta : 0);
        }
    }
    for (int i = 0; i < M; i++) {
        for (int c = 0; c < MS; c++) {
            double am = 0, bd = 0;
            for (int j = 0; j < M; j++) {
                am += a[i][j] * m[j * MS + c];
                bd += b[i][j] * d[j * MS + c];
            }
            mOut[i * MS + c] = p->tau * (k * d[i * MS + c] - am);
            dOut[i * MS + c] = p->tau * (k * m[i * MS + c] - k * bd - p->lambda * d[i * MS + c]);
        }
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < M; j++) {
            double zz = 0, hz = 0;
            for (int l = 0; l < M; l++) {
                zz += b[i][l] * czz[l][j];
                hz += b[i][l] * chz[j][l];
            }
            bCzz[i][j] = zz;
            bChz[i][j] = hz;
        }
    }
    for (int i = 0; i < M; i++) {
        for (int j = 0; j < M; j++) {
            double aq = 0, qa = 0, ar = 0, hzB = 0, zzB = 0, bzzB = 0;
            for (int l = 0; l < M; l++) {
                aq += a[i][l] * Q[l][j];
                qa += Q[i][l] * a[l][j];
                ar += a[i][l] * r[l * M + j];
                hzB += chz[i][l] * b[l][j];
                zzB += czz[i][l] * b[l][j];
                bzzB += bCzz[i][l] * b[l][j];
            }
            rOut[i * M + j] = p->tau * (czz[i][j] - ar + chh[i][j] - hzB - p->lambda * r[i * M + j])
                    + noise * (chz[j][i] - zzB);
            if (i <= j) {
                *qOut++ = p->tau * (chz[i][j] + chz[j][i] - aq - qa) + noise * czz[i][j];
                double x = chz[i][j] - bCzz[i][j] + chz[j][i] - bCzz[j][i];
                double y = bzzB - bChz[i][j] - hzB + chh[i][j];
                *eOut++ = p->tau * (x - 2 * p->lambda * E[i][j]) + noise * y;
            }
        }
        DOut[i] = -p->tauD * (p->beta / 2 * (1 - 1 / D[i]) + Q[i][i] / 2);
    }
}
