package org.macrostate.solvers.sgd;

import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Learning problems of several kinds. */
public final class Problems {
    private static final String CRITIC = """
            model: critic
            parameters:
              weight: {value: 0.7}
              decay: {value: 0.3}
              rate: {value: 0.2}
            vectors:
              u: {fixed: identity}
              a: {rate: rate}
              b: {rate: -rate/2}
            randoms:
              c: {law: rademacher}
              g: {law: {values: [-2, 0.5], probabilities: [0.2, 0.8]}}
              zeta: {law: normal}
            samples:
              x: c u + noise
              y: g b + 1/2 c u + 1/2 noise
            fields:
              r: a . x
              f: a . y
              o: b . y
            loss: 1/2 (r - zeta)^2 - weight Tanh[f] + 1/2 (o - f)^2 + decay/2 a.a + decay a.b
            order: {Q: a . a, s: u . a}
            """;

    private Problems() {}

    /** THEORY section 5 with M latents and Ms signals. */
    public static LearningProblem linearVae(int latents, int signals, int batch) {
        String text = BundledModels.text("linear-vae")
                .replaceFirst("(?m)^sizes:.*$", "sizes: {M: " + latents + ", Ms: " + signals + "}");
        return ModelFile.read(text + "\nbatch: " + batch + "\n", "linear-vae.yaml");
    }

    /** LANGUAGE section 1: {@code w: tau (y x - y^2 w)}. */
    public static LearningProblem oja() {
        return BundledModels.problem("oja");
    }

    /**
     * Two samples, one of them of a trained vector, one random ±1, label noise, ascent and unnamed overlaps: a critic a
     * that tells real samples x from generated ones y along b.
     */
    public static LearningProblem critic() {
        return ModelFile.read(CRITIC, "critic.yaml");
    }

    /** A regression whose teacher has no part in the second of two blocks. */
    static LearningProblem shareOfZero() {
        return org.macrostate.equations.model.ModelFile.read("""
                model: share-of-zero
                parameters: {tau: {value: 0.4}}
                spectra: {S: {blocks: [{weight: 1/4, value: 2}, {weight: 3/4, value: 1/2}]}}
                vectors: {u: {fixed: identity, blocks: [1, 0]}, w: {rate: tau}}
                samples: {x: "noise[S]"}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y)^2
                order: {R: w . u, Q: w . w}
                """, "share-of-zero.yaml");
    }

    /** A regression on the sphere, beside a vector that moves freely. */
    static LearningProblem sphere() {
        return org.macrostate.equations.model.ModelFile.read("""
                model: sphere
                parameters: {tau: {value: 0.4}, r: {value: 1.5}}
                vectors: {u: {fixed: identity}, w: {rate: tau, norm: r}, v: {rate: tau}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x, g: v . x}
                loss: 1/2 (h + g - y)^2
                order: {R: w . u, S: v . u, V: v . v, C: w . v}
                """, "sphere.yaml");
    }
}
