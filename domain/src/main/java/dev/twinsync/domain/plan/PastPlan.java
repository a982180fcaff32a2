package dev.twinsync.domain.plan;

import java.util.List;

/**
 * A plan that was carried out, and what came of it.
 *
 * @param startedAt UTC, as 2026-11-22T13:05:00Z
 * @param endedAt UTC
 */
public record PastPlan(String startedAt, String endedAt, List<ActionResult> results, SavedPlan plan) {
    public PastPlan {
        results = List.copyOf(results);
    }
}
