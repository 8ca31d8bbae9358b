package io.github.camelvtiger;

import io.github.camelvtiger.changes.UnusableRows;
import org.apache.camel.health.HealthCheckResultBuilder;

/**
 * Whether a consumer's last poll reached the CRM and its cursor, also when there is no route behind it. A poll that reads for hours
 * has reached them once the CRM has answered.
 */
final class ConsumerHealthCheck extends CallHealthCheck {

    private final UnusableRows unusable;
    private final ConsumerFigures figures;
    private volatile boolean polled;
    private volatile Throwable failure;

    /** @param unusable the rows that the consumer left out because nothing could be made of them */
    ConsumerHealthCheck(
            VtigerEndpoint endpoint, String routeId, boolean enabled, UnusableRows unusable, ConsumerFigures figures) {
        super("consumer", endpoint, routeId, enabled);
        this.unusable = unusable;
        this.figures = figures;
    }

    /** @param outcome of a poll; null when it went well */
    void polled(Throwable outcome) {
        failure = outcome;
        polled = true;
    }

    @Override
    HealthCheckResultBuilder judge(HealthCheckResultBuilder result) {
        Throwable last = failure;
        result.detail("rows.skipped", unusable.count());
        ConsumerStatus status = figures.status();
        if (status.lag() != null) {
            result.detail("feed.lag", status.lag().toSeconds()).detail("feed.parked", status.parked());
        }
        if (last != null) {
            return down(result, last);
        }
        return polled ? result.up() : result.down().message("The CRM has not answered yet.");
    }
}
