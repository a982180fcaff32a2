package dev.twinsync.domain.plan;

import dev.twinsync.domain.Digest;

/**
 * A plan as it is kept.
 *
 * @param id the digest of {@link PlanShape#canonical}, so that the same inputs give the same id
 * @param createdAt UTC, as 2026-11-22T13:05:00Z
 * @param expiresAt UTC; from then on it must be made anew
 * @param seal the digest of {@link PlanShape#sealed}: of every line of the document but its own
 */
public record SavedPlan(Digest id, String createdAt, String expiresAt, Plan plan, Digest seal) {}
