package io.github.camelvtiger.crm;

import static io.github.camelvtiger.crm.CapabilityFinding.State.AVAILABLE;
import static io.github.camelvtiger.crm.CapabilityFinding.State.UNAVAILABLE;
import static io.github.camelvtiger.crm.CapabilityFinding.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.ServerFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a finding is kept, and what a finding does to a call. */
class CapabilitiesTest {

    private final AtomicLong time = new AtomicLong();
    private final List<Capability> asked = new ArrayList<>();
    private CapabilityFinding answer = CapabilityFinding.unavailable(Capability.SYNC);
    private final Capabilities capabilities = new Capabilities(
            capability -> {
                asked.add(capability);
                return CompletableFuture.completedFuture(
                        capability == Capability.SYNC
                                ? answer
                                : CapabilityFinding.unknown(capability, "not part of this test"));
            },
            time::get);

    @Test
    void aFindingIsKeptForAnHour() {
        capabilities.of(Capability.SYNC).join();
        time.set(TimeUnit.MINUTES.toNanos(59));
        capabilities.of(Capability.SYNC).join();
        assertThat(asked).hasSize(1);
        time.set(TimeUnit.MINUTES.toNanos(61));
        answer = CapabilityFinding.available(Capability.SYNC, "modifiedTime");
        assertThat(capabilities.of(Capability.SYNC).join().state()).isEqualTo(AVAILABLE);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatIsNotKnownIsAskedEachTime() {
        answer = CapabilityFinding.unknown(Capability.SYNC, "the server could not be reached");
        capabilities.of(Capability.SYNC).join();
        capabilities.of(Capability.SYNC).join();
        assertThat(asked).hasSize(2);
    }

    @Test
    void aCureCountsOnceAskedAgain() {
        assertThatThrownBy(capabilities.require(Capability.SYNC, FailureContext.of("sync", "Contacts", null))::join)
                .cause()
                .isInstanceOfSatisfying(ServerFailureException.class, failure -> {
                    assertThat(failure.getOperation()).isEqualTo("sync");
                    assertThat(failure.getModule()).isEqualTo("Contacts");
                    assertThat(failure)
                            .hasMessageStartingWith("This CRM cannot serve sync, and nothing was sent: ")
                            .hasMessageContaining("insert into vtiger_ws_operation_parameters")
                            .hasMessageContaining("include/Webservices/OperationManager.php");
                });
        answer = CapabilityFinding.available(Capability.SYNC, "modifiedTime");
        Map<Capability, CapabilityFinding> all = capabilities.askAgain().join();
        assertThat(all.get(Capability.SYNC).state()).isEqualTo(AVAILABLE);
        assertThat(all).containsOnlyKeys(Capability.values());
        assertThat(capabilities
                        .require(Capability.SYNC, FailureContext.NONE)
                        .join()
                        .parameter())
                .isEqualTo("modifiedTime");
    }

    @Test
    void whatAWriteHasShownCountsUntilAskedAgain() {
        assertThat(capabilities.of(Capability.ORDERS).join().state()).isEqualTo(UNKNOWN);
        capabilities.learned(Capability.ORDERS, false);
        assertThat(capabilities.of(Capability.ORDERS).join().state()).isEqualTo(UNAVAILABLE);
        assertThat(capabilities.all().join().get(Capability.ORDERS).state()).isEqualTo(UNAVAILABLE);
        CapabilityFinding again = capabilities.askAgain().join().get(Capability.ORDERS);
        assertThat(again.state()).isEqualTo(UNKNOWN);
        assertThat(again.reason()).contains("the last attempt failed", "constructFocusObject");
        assertThat(capabilities.of(Capability.ORDERS).join().state()).isEqualTo(UNKNOWN);
    }

    @Test
    void aProbeThatBreaksLeavesItUnknown() {
        Capabilities broken = new Capabilities(
                capability -> CompletableFuture.failedFuture(new IllegalStateException("broken")), time::get);
        CapabilityFinding finding = broken.of(Capability.SYNC).join();
        assertThat(finding.state()).isEqualTo(UNKNOWN);
        assertThat(finding.reason()).contains("broken");
    }

    @Test
    void eachCapabilityIsFoundByTheNameOfItsOperation() {
        assertThat(Capability.ofOperation("files_retrieve")).contains(Capability.FILES_RETRIEVE);
        assertThat(Capability.ofOperation("retrieve")).isEmpty();
    }
}
