# Completion of macrostate for bash. One line in ~/.bashrc: source <(macrostate completion bash)

# Commands and options stand here; models, parameters, states and values are asked of the program.
_macrostate_options() {
    case $1 in
@OPTIONS@
    esac
}

_complete_macrostate() {
    local -a words=() found=()
    local word glue=no i
    # readline takes "beta=1" apart at "=" and ":": put together what was typed together
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if ((${#words[@]})) && { [[ $glue == yes ]] || [[ $word == [=:]* ]]; }; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        [[ $word == [=:] ]] && glue=yes || glue=no
    done
    ((${#words[@]})) || words=("")
    local last=$((${#words[@]} - 1))
    local current=${words[last]}
    COMPREPLY=()
    if ((last == 0)); then
        COMPREPLY=($(compgen -W "@COMMANDS@" -- "$current"))
        return
    fi
    if [[ $current == -* && $current != *=* ]]; then
        COMPREPLY=($(compgen -W "$(_macrostate_options "${words[0]}")" -- "$current"))
        return
    fi
    local IFS=$'\n'
    found=($("${MACROSTATE_COMMAND:-macrostate}" __complete "${words[@]}" 2>/dev/null | cut -f1))
    if ((${#found[@]} == 0)); then
        COMPREPLY=($(compgen -f -- "$current"))
        compopt -o filenames 2>/dev/null
        return
    fi
    # readline replaces only what follows the last "=" or ":"
    local kept=""
    [[ $current == *[=:]* && $COMP_WORDBREAKS == *[=:]* ]] && kept=${current%"${current##*[=:]}"}
    for word in "${found[@]}"; do
        COMPREPLY+=("${word#"$kept"}")
    done
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] || ${found[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _complete_macrostate macrostate macrostate.jar
