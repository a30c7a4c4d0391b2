/*
 * The linear VAE as a problem of AUTO-07p: par[0] is beta, par[1] eta; rho = 1, lambda = 0, tau = tauD = 0.01. The
 * continuation begins at the collapsed state, all overlaps 0, D = 1.
 */
#include "auto_f2c.h"
#define M 1
#define MS 1
#include "linear_vae.h"

int func(integer ndim, const doublereal *u, const integer *icp, const doublereal *par, integer ijac, doublereal *f,
        doublereal *dfdu, doublereal *dfdp) {
    struct parameters p = {1, par[1], par[0], 0, 0.01, 0.01};
    rates(u, &p, f);
    return 0;
}

int stpnt(integer ndim, doublereal t, doublereal *u, doublereal *par) {
    par[0] = 3;
    par[1] = 1;
    for (int i = 0; i < LENGTH - M; i++) {
        u[i] = 0;
    }
    u[LENGTH - M] = 1;
    return 0;
}

int bcnd(integer ndim, const doublereal *par, const integer *icp, integer nbc, const doublereal *u0,
        const doublereal *u1, integer ijac, doublereal *fb, doublereal *dbc) {
    return 0;
}

int icnd(integer ndim, const doublereal *par, const integer *icp, integer nint, const doublereal *u,
        const doublereal *uold, const doublereal *udot, const doublereal *upold, integer ijac, doublereal *fi,
        doublereal *dint) {
    return 0;
}

int fopt(integer ndim, const doublereal *u, const integer *icp, const doublereal *par, integer ijac, doublereal *fs,
        doublereal *dfdu, doublereal *dfdp) {
    return 0;
}

int pvls(integer ndim, const doublereal *u, doublereal *par) {
    return 0;
}
