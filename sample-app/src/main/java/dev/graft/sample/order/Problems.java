package dev.graft.sample.order;

import java.time.Duration;

import dev.graft.engine.trap.Trap;
import dev.graft.engine.trap.TrapCode;
import dev.graft.engine.trap.WasmException;
import dev.graft.sample.host.UnknownNameException;
import dev.graft.spring.plugin.WasmPluginBusyException;
import dev.graft.spring.plugin.WasmPluginUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// What clients are told when something goes wrong. Where the plugin is to blame, the
/// backtrace is for the log.
@RestControllerAdvice
class Problems {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	@ExceptionHandler
	ProblemDetail rejected(OrderRejectedException ex) {
		ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "Rejected", ex.getMessage());
		problem.setProperty("problems", ex.problems());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unknown(UnknownNameException ex) {
		return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Unknown", ex.getMessage());
	}

	@ExceptionHandler({ WasmPluginUnavailableException.class, WasmPluginBusyException.class })
	ResponseEntity<ProblemDetail> unavailable(WasmException ex) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()))
			.body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Plugin unavailable", ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail trapped(Trap trap) {
		logger.error("A plugin was stopped", trap);
		HttpStatus status = (trap.code() == TrapCode.INTERRUPT) ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY;
		return problem(status, "Plugin stopped", trap.code().text());
	}

	private static ProblemDetail problem(HttpStatus status, String title, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return problem;
	}

}
