package io.github.camelvtiger.routes.sync.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be applied. The message names every fault. */
public final class BadMappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<MappingFault> faults;

    BadMappingException(List<MappingFault> faults) {
        super(faults.stream().map(MappingFault::sentence).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public List<MappingFault> faults() {
        return faults;
    }
}
