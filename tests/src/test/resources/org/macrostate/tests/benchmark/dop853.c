/*
 * Dormand-Prince 8(5,3) in plain C for the linear VAE: the step control of Hipparchus' integrator, coefficients from
 * "tableau.h" (written by the benchmark: A, TIMES, E1, E2 of the first 13 stages). Reads rho, eta, beta, lambda, tau,
 * tauD, the end time, the tolerances and a state; prints the state at the end, the steps and the time of a trajectory.
 */
#include <math.h>
#include <string.h>
#include "timing.h"
#include "linear_vae.h"
#include "tableau.h"

static struct parameters p;
static double end, relative, absolute, start[LENGTH], reached[LENGTH];
static long steps;

static double error_norm(double k[13][LENGTH], const double *y, const double *next, double h) {
    double first = 0, second = 0;
    for (int j = 0; j < LENGTH; j++) {
        double e1 = 0, e2 = 0;
        for (int l = 0; l < 12; l++) {
            if (E1[l] != 0) {
                e1 += E1[l] * k[l][j];
                e2 += E2[l] * k[l][j];
            }
        }
        double tolerance = absolute + relative * fmax(fabs(y[j]), fabs(next[j]));
        first += e1 / tolerance * (e1 / tolerance);
        second += e2 / tolerance * (e2 / tolerance);
    }
    double below = first + 0.01 * second;
    return fabs(h) * first / sqrt(LENGTH * (below <= 0 ? 1 : below));
}

static double first_step(const double *y, const double *slope) {
    double size = 0, speed = 0, bend = 0, ahead[LENGTH], there[LENGTH];
    for (int j = 0; j < LENGTH; j++) {
        double scale = absolute + relative * fabs(y[j]);
        size += y[j] / scale * (y[j] / scale);
        speed += slope[j] / scale * (slope[j] / scale);
    }
    double h = size < 1e-10 || speed < 1e-10 ? 1e-6 : 0.01 * sqrt(size / speed);
    for (int j = 0; j < LENGTH; j++) {
        ahead[j] = y[j] + h * slope[j];
    }
    rates(ahead, &p, there);
    for (int j = 0; j < LENGTH; j++) {
        double scale = absolute + relative * fabs(y[j]);
        double ratio = (there[j] - slope[j]) / scale;
        bend += ratio * ratio;
    }
    double fastest = fmax(sqrt(speed), sqrt(bend) / h);
    double other = fastest < 1e-15 ? fmax(1e-6, 0.001 * h) : pow(0.01 / fastest, 1.0 / 8);
    return fmin(100 * h, other);
}

static void integrate(void) {
    static double k[13][LENGTH];
    double y[LENGTH], next[LENGTH], t = 0;
    memcpy(y, start, sizeof y);
    rates(y, &p, k[0]);
    double h = first_step(y, k[0]);
    steps = 0;
    while (t < end) {
        if (h > 0.1 * end) {
            h = 0.1 * end;
        }
        if (t + h >= end) {
            h = end - t;
        }
#pragma GCC unroll 12
        for (int stage = 1; stage < 13; stage++) {
            for (int j = 0; j < LENGTH; j++) {
                double sum = 0;
#pragma GCC unroll 12
                for (int l = 0; l < stage; l++) {
                    if (A[stage - 1][l] != 0) {
                        sum += A[stage - 1][l] * k[l][j];
                    }
                }
                next[j] = y[j] + h * sum;
            }
            rates(next, &p, k[stage]);
        }
        double error = error_norm(k, y, next, h);
        double factor = fmin(10, fmax(0.2, 0.9 * pow(error, -1.0 / 8)));
        if (error < 1) {
            t += h;
            memcpy(y, next, sizeof y);
            memcpy(k[0], k[12], sizeof k[0]);
            steps++;
        }
        h *= factor;
    }
    memcpy(reached, y, sizeof y);
}

int main(void) {
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
