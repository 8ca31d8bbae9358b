package io.github.camelvtiger.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** What an examination found, worst first. */
public record Diagnosis(ConnectionFacts facts, List<Finding> findings) {

    public Diagnosis {
        findings = findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    /** Whether no session was found to be forgotten early. */
    public boolean keepsSessions() {
        return findings.stream().noneMatch(finding -> finding.subject().equals(SessionLife.SUBJECT));
    }

    Diagnosis with(List<Finding> more) {
        return new Diagnosis(
                facts, Stream.concat(findings.stream(), more.stream()).toList());
    }

    /** Whether something should be corrected; notes do not count. */
    public boolean hasProblems() {
        return findings.stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
    }
}
