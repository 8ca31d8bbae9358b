package io.github.camelvtiger.routes.demo;

import static org.apache.camel.ExchangePattern.InOut;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerEndpoint;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Another user of the demo CRM, so that the change feeds have something to show: edits Contacts and tickets,
 * sends tickets to the queue and reads those that come out. It edits records at random, so it refuses any CRM but the
 * simulator of its own process.
 */
public final class DemoActivityRoute extends RouteBuilder {

    /** How many edits, and how many tickets by queue, when the demo runs once. */
    public static final int EDITS_ONCE = 12;

    public static final int TICKETS_ONCE = 2;

    private final String simulatorUrl;
    private final DemoEdits edits;
    private final boolean tickets;
    private final boolean once;

    /**
     * @param simulatorUrl the base url of the simulator of this process
     * @param tickets whether the routes of tickets run
     */
    public DemoActivityRoute(String simulatorUrl, DemoEdits edits, boolean tickets, boolean once) {
        this.simulatorUrl = simulatorUrl;
        this.edits = edits;
        this.tickets = tickets;
        this.once = once;
    }

    @Override
    public void configure() throws Exception {
        refuseOtherTargets();
        edits();
        if (tickets) {
            ticketMessages();
            queueReader();
        }
    }

    private void refuseOtherTargets() {
        String target =
                getContext().getEndpoint("vtiger:revise", VtigerEndpoint.class).getServiceUrl();
        if (!simulatorUrl.equals(target)) {
            throw new IllegalStateException(
                    "The demo edits records at random, so it runs only against the simulator of its"
                            + " own process (" + simulatorUrl + "), but the vtiger component is set to " + target
                            + "; set vtiger.url, not camel.component.vtiger.url, to work with your CRM.");
        }
    }

    private void edits() {
        from(once
                        ? "timer:demo-edits?delay=1000&period=250&repeatCount=" + EDITS_ONCE
                        : "timer:demo-edits?delay=5000&period=5000")
                .routeId("demo-activity")
                .onException(Exception.class)
                .handled(true)
                .bean(edits, "made")
                .log(LoggingLevel.WARN, "An edit of the demo failed: ${exception.message}")
                .end()
                .setHeader(VtigerConstants.QUERY, method(edits, "query"))
                .to("vtiger:query")
                .bean(edits, "edit")
                .log("Another user changes ${body} in the CRM")
                .to("vtiger:revise")
                .bean(edits, "made");
    }

    private void ticketMessages() {
        from(once
                        ? "timer:demo-tickets?delay=1000&period=1000&repeatCount=" + TICKETS_ONCE
                        : "timer:demo-tickets?delay=10000&period=30000")
                .routeId("demo-tickets")
                .setBody(
                        constant(
                                """
                        {"ticket_title": "Printer on fire", "ticketpriorities": "Urgent", "ticketstatus": "Open"}"""))
                .to(InOut, "jms:queue:vtiger.tickets.in")
                .unmarshal()
                .json()
                .log("The reply to a ticket message: ${body[outcome]}, ${body[id]}${body[error]}");
    }

    private void queueReader() {
        from("jms:queue:vtiger.tickets.out")
                .routeId("demo-reader")
                .log("The demo's reader took ticket ${header.vtigerId} from vtiger.tickets.out");
    }
}
