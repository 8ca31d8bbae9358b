package io.github.camelvtiger;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.diagnosis.ConnectionCheck;
import io.github.camelvtiger.diagnosis.ConnectionFacts;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.extension.verifier.DefaultComponentVerifierExtension;
import org.apache.camel.component.extension.verifier.ResultBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorBuilder;
import org.apache.camel.component.extension.verifier.ResultErrorHelper;

/**
 * Camel's way to ask whether options make a connection that works. Camel has deprecated it without a replacement; tools still
 * use it.
 */
@SuppressWarnings("deprecation")
final class VtigerComponentVerifier extends DefaultComponentVerifierExtension {

    private static final int LONGEST_CHECK_SECONDS = 60;

    VtigerComponentVerifier() {
        super(VtigerComponent.SCHEME);
    }

    @Override
    protected Result verifyParameters(Map<String, Object> parameters) {
        return ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.PARAMETERS)
                .error(ResultErrorHelper.requiresOption("url", parameters))
                .error(ResultErrorHelper.requiresOption("username", parameters))
                .error(ResultErrorHelper.requiresOption("accessKey", parameters))
                .build();
    }

    @Override
    protected Result verifyConnectivity(Map<String, Object> parameters) {
        ResultBuilder result = ResultBuilder.withStatusAndScope(Result.Status.OK, Scope.CONNECTIVITY);
        try {
            VtigerConnection connection = setProperties(new VtigerConnection(), parameters);
            ClientSettingsFactory.require(connection);
            try (VtigerClient client = new VtigerClient(ClientSettingsFactory.of(connection, null))) {
                ConnectionFacts facts = new ConnectionCheck(client, InstantSource.system())
                        .facts()
                        .get(LONGEST_CHECK_SECONDS, TimeUnit.SECONDS);
                if (!facts.works()) {
                    result.error(error(facts.failure()));
                }
            }
        } catch (TimeoutException slow) {
            result.error(ResultErrorBuilder.withCodeAndDescription(
                            VerificationError.StandardCode.GENERIC,
                            "The CRM did not answer within " + LONGEST_CHECK_SECONDS + " s.")
                    .build());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            result.error(ResultErrorBuilder.withException(stopped).build());
        } catch (Exception unusable) {
            result.error(ResultErrorBuilder.withCodeAndDescription(
                            VerificationError.StandardCode.ILLEGAL_PARAMETER_VALUE, unusable.getMessage())
                    .build());
        }
        return result.build();
    }

    private static VerificationError error(VtigerException failure) {
        ResultErrorBuilder error = ResultErrorBuilder.withCodeAndDescription(
                failure instanceof AuthenticationException
                        ? VerificationError.StandardCode.AUTHENTICATION
                        : VerificationError.StandardCode.GENERIC,
                failure.getMessage());
        if (failure instanceof AuthenticationException) {
            error.parameterKey("username").parameterKey("accessKey");
        } else {
            error.parameterKey("url");
        }
        return error.build();
    }
}
