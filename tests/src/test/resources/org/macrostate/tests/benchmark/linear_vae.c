/* Reads (the sizes, if they are not known to the compiler,) rho, eta, beta, lambda, tau, tauD and a state; prints the rates, then the time of one evaluation. */
#include "timing.h"

#ifdef RUN_TIME_SIZES /* for any sizes, read before the rest: what a general program would do */
static int latents, signals;
#define M latents
#define MS signals
#define LARGEST 4096
#else
#define LARGEST LENGTH
#endif
#include "linear_vae.h"
#ifdef BY_ROWS /* vectorised by hand, for sizes (8, 8) */
#include <string.h>
#include "linear_vae_vectors.h"
#define rates rates_by_rows
#endif

static struct parameters p;
static double state[LARGEST], out[LARGEST];

static void evaluate(void) {
    rates(state, &p, out);
    __asm__ volatile("" : : "r"(out), "r"(state) : "memory");
}

int main(void) {
#ifdef RUN_TIME_SIZES
    double sizes[2];
    read_numbers(sizes, 2);
    latents = (int) sizes[0];
    signals = (int) sizes[1];
#endif
    read_numbers(&p.rho, 6);
    read_numbers(state, LENGTH);
    evaluate();
    print_numbers(out, LENGTH);
    printf("%.6g\n", least_time(evaluate));
    return 0;
}
