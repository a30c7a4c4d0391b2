#compdef macrostate
# Completion of macrostate for zsh. One line in ~/.zshrc: source <(macrostate completion zsh)

_macrostate() {
    local -a found described
    local line
    found=("${(@f)$(${MACROSTATE_COMMAND:-macrostate} __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    found=(${found:#})
    if (( ${#found} == 0 )); then
        _files
        return
    fi
    for line in $found; do
        described+=("${${line%%$'\t'*}//:/\\:}${${(M)line:#*$'\t'*}:+:${line#*$'\t'}}")
    done
    if [[ ${found[1]} == *= || ${found[1]} == */ ]]; then
        _describe -V macrostate described -S ''
    else
        _describe -V macrostate described
    fi
}

if (( ! ${+functions[compdef]} )); then
    autoload -Uz compinit && compinit
fi
compdef _macrostate macrostate
