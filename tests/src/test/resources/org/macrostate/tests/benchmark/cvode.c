/*
 * CVODE's BDF on the linear VAE with a dense solver and its own difference quotients. Input as of dop853.c; prints the
 * state at the end, the steps and the time of a trajectory.
 */
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include "timing.h"

/* M and MS are names in CVODE's headers, so the sizes come in under others. */
#define M LATENTS
#define MS SIGNALS
#include "linear_vae.h"

static struct parameters p;
static double end, relative, absolute, start[LENGTH], reached[LENGTH];
static long steps;
static SUNContext context;

static int slope(realtype t, N_Vector y, N_Vector out, void *user) {
    rates(N_VGetArrayPointer(y), &p, N_VGetArrayPointer(out));
    return 0;
}

static void integrate(void) {
    N_Vector y = N_VNew_Serial(LENGTH, context);
    for (int i = 0; i < LENGTH; i++) {
        N_VGetArrayPointer(y)[i] = start[i];
    }
    void *solver = CVodeCreate(CV_BDF, context);
    CVodeInit(solver, slope, 0, y);
    CVodeSStolerances(solver, relative, absolute);
    CVodeSetMaxNumSteps(solver, 1000000);
    SUNMatrix matrix = SUNDenseMatrix(LENGTH, LENGTH, context);
    SUNLinearSolver linear = SUNLinSol_Dense(y, matrix, context);
    CVodeSetLinearSolver(solver, linear, matrix);
    realtype t;
    CVode(solver, end, y, &t, CV_NORMAL);
    CVodeGetNumSteps(solver, &steps);
    for (int i = 0; i < LENGTH; i++) {
        reached[i] = N_VGetArrayPointer(y)[i];
    }
    CVodeFree(&solver);
    SUNLinSolFree(linear);
    SUNMatDestroy(matrix);
    N_VDestroy(y);
}

int main(void) {
    SUNContext_Create(NULL, &context);
    read_numbers(&p.rho, 6);
    read_numbers(&end, 1);
    read_numbers(&relative, 1);
    read_numbers(&absolute, 1);
    read_numbers(start, LENGTH);
    integrate();
    print_numbers(reached, LENGTH);
    printf("%ld\n%.6g\n", steps, least_time(integrate));
    return 0;
}
