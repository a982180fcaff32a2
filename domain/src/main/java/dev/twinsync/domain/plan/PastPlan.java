package dev.twinsync.domain.plan;

import java.util.List;

/**
 * A plan that was carried out, and what came of it.
 *
 * @param startedAt UTC, as 2026-11-22T13:05:00Z
 * @param endedAt UTC
 * @param before what everything that was touched had been, by which it can be brought back
 */
public record PastPlan(
        String startedAt, String endedAt, List<ActionResult> results, List<Former<?, ?, ?>> before, SavedPlan plan) {
    public PastPlan {
        results = List.copyOf(results);
        before = List.copyOf(before);
    }
}
