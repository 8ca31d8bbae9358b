package io.github.camelvtiger.simulator.comparison;

import java.util.List;
import java.util.Optional;

/** One kind of calls that a script is drawn from. */
interface Subject {

    /** As the report and {@code --subject} name it. */
    String name();

    /** How often it is drawn, compared with others. */
    int weight();

    /** Whether its calls change what the run did not make, or make what cannot be removed. */
    default boolean destructive() {
        return false;
    }

    /** Empty if there is nothing yet that the subject could be about. */
    Optional<Step> step(Draw draw, Script script);

    static List<Subject> all() {
        return List.of(
                new RecordCalls(),
                new QueryCalls(),
                new OrderCalls(),
                new ActivityCalls(),
                new FileCalls(),
                new EmailCalls(),
                new RelationCalls(),
                new LeadCalls(),
                new DescriptionCalls(),
                new ApplicationCalls(),
                new MalformedCalls(),
                new BaseDataCalls(),
                new UserCalls());
    }
}
