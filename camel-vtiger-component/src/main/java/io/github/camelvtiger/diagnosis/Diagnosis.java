package io.github.camelvtiger.diagnosis;

import java.util.List;

/** What an examination found, worst first. */
public record Diagnosis(ConnectionFacts facts, List<Finding> findings) {

    public Diagnosis {
        findings = findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    /** Whether something should be corrected; notes do not count. */
    public boolean hasProblems() {
        return findings.stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
    }
}
