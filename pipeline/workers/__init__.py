"""Where the reading runs: source pages come in, page readings go out as they are done."""
