package org.macrostate.equations.model;

/** Small models that tests change in one place. */
final class Models {
    static final String COMMITTEE = """
            model: small
            sizes: {M: 2, K: 3}
            parameters:
              rho: {value: 1, domain: positive}
              s: {copies: K, value: [1, 0.5, 0.25]}
            vectors:
              u: {copies: K, fixed: identity}
              w: {copies: M, rate: rho}
            scalars:
              D: {copies: M, rate: rho, start: 1}
            randoms:
              c: {copies: K, law: normal}
            samples:
              x: Sum[Sqrt[s[a]] c[a] u[a], {a, K}] + noise
            fields:
              h: w . x
            loss: Sum[D[k] h[k]^2, {k, M}]
            order:
              m: w . u
              Q: w . w
            """;

    private Models() {}

    static LearningProblem committee() {
        return ModelFile.read(COMMITTEE, "small.yaml");
    }

    /** The model with its loss replaced. */
    static LearningProblem withLoss(String loss) {
        return ModelFile.read(COMMITTEE.replace("Sum[D[k] h[k]^2, {k, M}]", loss), "small.yaml");
    }
}
