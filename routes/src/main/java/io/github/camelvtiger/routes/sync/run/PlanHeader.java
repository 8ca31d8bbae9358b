package io.github.camelvtiger.routes.sync.run;

import java.time.Instant;

/**
 * For what a plan was made; it holds for nothing else.
 *
 * @param id the sync's name and when the plan was made
 * @param syncSha256 of the sync file
 * @param source the name of what was read
 * @param sourceSha256 of its bytes
 * @param connection url and user of the CRM
 */
public record PlanHeader(
        String id,
        String sync,
        String syncSha256,
        String source,
        String sourceSha256,
        String connection,
        Instant made) {}
