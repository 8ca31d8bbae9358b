package io.github.camelvtiger.chaos;

import io.github.camelvtiger.simulator.SimulatorServer;
import org.apache.camel.CamelContext;

/** A job that a route does, whose end state can be compared with the CRM whatever befell it on the way. */
interface Scenario {

    /** The CRM is empty. */
    void prepare(SimulatorServer crm);

    /**
     * Does the job to its end in a context of its own. The job may have failed in part where a route would see that.
     */
    void run(SimulatorServer crm, CamelContext context) throws Exception;

    /** Compares every record; no call is under way any more. */
    void compare(SimulatorServer crm);
}
