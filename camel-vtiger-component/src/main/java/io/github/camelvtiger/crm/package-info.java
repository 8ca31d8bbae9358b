/**
 * What a Vtiger CRM can do, without Camel: {@link io.github.camelvtiger.crm.VtigerClient} with its queries and pages,
 * descriptions of modules, line items, and what the server means when it denies something.
 *
 * <p>{@link io.github.camelvtiger.crm.Capabilities}, from {@code client.capabilities()}, is the map of what a server can do:
 * {@code of(Capability)} answers one {@link io.github.camelvtiger.crm.CapabilityFinding} (available, unavailable or
 * unknown, with reason and cure), {@code all()} all of them by {@link io.github.camelvtiger.crm.Capability},
 * {@code askAgain()} the same without regard to what is known, {@code require(Capability, FailureContext)} fails a call at
 * once that the server cannot serve, and {@code learned(Capability, boolean)} records what a write has shown.
 */
package io.github.camelvtiger.crm;
