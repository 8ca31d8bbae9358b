package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.VtigerException;

/** What it means that the server does not let a user assign a record to another one ({@code releases.md}, non-admins). */
final class RefusedOwners {

    private static final String REFUSED = "Cannot assign record to the given user";

    private final Capabilities capabilities;

    RefusedOwners(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    static boolean isOne(VtigerException failure) {
        return failure instanceof AccessDeniedException && failure.getMessage().contains(REFUSED);
    }

    /** With the cure; what it shows of the server is kept. */
    AccessDeniedException explained(VtigerException known) {
        capabilities.learned(Capability.OWNERS, false);
        return new AccessDeniedException(
                known.getMessage().replaceFirst("\\.$", "") + "; "
                        + CapabilityFinding.unavailable(Capability.OWNERS).explanation() + ".",
                FailureContext.of(known.getOperation(), known.getModule(), known.getRecordId())
                        .withAnswer(known.getServerCode(), known.getHttpStatus()));
    }
}
