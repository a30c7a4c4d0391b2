package org.macrostate.engine.study.report;

import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.study.claim.ClaimFinding;
import org.macrostate.engine.study.claim.Judge;

/**
 * A claim with its verdict.
 *
 * @param subject whose parameters and symbols the claim speaks of
 * @param judge for the points that its figures show
 */
public record Judged(ClaimFinding finding, ModelInstance subject, Judge judge) {}
