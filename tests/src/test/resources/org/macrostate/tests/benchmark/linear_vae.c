/* Reads rho, eta, beta, lambda, tau, tauD and a state; prints the rates, then the time of one evaluation. */
#include "timing.h"
#include "linear_vae.h"

static struct parameters p;
static double state[LENGTH], out[LENGTH];

static void evaluate(void) {
    rates(state, &p, out);
    __asm__ volatile("" : : "r"(out), "r"(state) : "memory");
}

int main(void) {
    read_numbers(&p.rho, 6);
    read_numbers(state, LENGTH);
    evaluate();
    print_numbers(out, LENGTH);
    printf("%.6g\n", least_time(evaluate));
    return 0;
}
